import Chance
import HTTP
import Workbench

/// Random tables of routes, and random paths that often hit them.
struct RandomRouting {
    private var random: SeededGenerator

    init(seed: UInt64) {
        random = SeededGenerator(seed: seed)
    }

    /// Up to twelve routes, each method and shape once.
    mutating func table() -> NaiveRouter {
        var routes: [(method: Method, segments: [String?])] = []
        for _ in 0..<Int.random(in: 1...12, using: &random) {
            let route = (method: method([.get, .post, .delete]), segments: template())
            let isThere = routes.contains {
                $0.method == route.method && $0.segments == route.segments
            }
            if !isThere { routes.append(route) }
        }
        return NaiveRouter(routes: routes)
    }

    mutating func method(_ methods: [Method] = Method.allCases) -> Method {
        methods.randomElement(using: &random) ?? .get
    }

    /// A path as its segments, and as a client might write it.
    mutating func path() -> (segments: [String], text: String) {
        let words = ["a", "b", "c", "a", "b", "", "ü", "a/b", "a b", "%61", "..."]
        let segments = (0..<Int.random(in: 0...4, using: &random)).map { _ in
            words.randomElement(using: &random) ?? "a"
        }
        var text = ""
        for segment in segments { text += "/" + written(segment) }
        // An empty segment at the end needs its slash; elsewhere one more means nothing.
        let needsSlash = segments.isEmpty || segments.last == ""
        if needsSlash || Bool.random(using: &random) { text += "/" }
        return (segments, text)
    }

    private mutating func template() -> [String?] {
        (0..<Int.random(in: 0...4, using: &random)).map { _ in
            ["a", "b", "c", nil].randomElement(using: &random) ?? nil
        }
    }

    /// What must be escaped is; what needn't be is, now and then.
    private mutating func written(_ segment: String) -> String {
        segment.utf8.map { byte in
            let isPlain = (byte >= 0x61 && byte <= 0x7A) || byte == UInt8(ascii: ".")
            if isPlain, Int.random(in: 0..<4, using: &random) > 0 {
                return String(UnicodeScalar(byte))
            }
            let digits = String(byte, radix: 16, uppercase: Bool.random(using: &random))
            return "%" + (digits.utf8.count == 1 ? "0" : "") + digits
        }.joined()
    }
}
