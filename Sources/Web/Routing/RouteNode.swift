import HTTP

/// One segment of the routes' tree.
final class RouteNode: Sendable {
    /// A node's routes, and what stood for the parameters on the way there.
    struct Found {
        let routes: [Route]
        let parameters: [String]
    }

    private struct Word {
        let bytes: [UInt8]
        let node: RouteNode
    }

    /// A route and the segments that lie between a node and it.
    typealias Entry = (segments: ArraySlice<RouteTemplate.Segment>, route: Route)

    private let words: [Word]
    private let parameter: RouteNode?
    private let routes: [Route]

    init() {
        words = []
        parameter = nil
        routes = []
    }

    init(_ entries: [Entry]) throws(RouteConflict) {
        var words: [Word] = []
        for text in RouteNode.words(of: entries) {
            let node = try RouteNode(RouteNode.entries(entries, below: .word(text)))
            words.append(Word(bytes: Array(text.utf8), node: node))
        }
        self.words = words
        let parameters = entries.filter { $0.segments.first?.isParameter == true }
        parameter = parameters.isEmpty ? nil : try RouteNode(parameters.map(RouteNode.below))
        routes = try RouteNode.routes(of: entries)
    }

    /// The words that come next, each once, in their order.
    private static func words(of entries: [Entry]) -> [String] {
        var words: [String] = []
        for case .word(let word)? in entries.map(\.segments.first) where !words.contains(word) {
            words.append(word)
        }
        return words
    }

    private static func entries(
        _ entries: [Entry], below segment: RouteTemplate.Segment
    ) -> [Entry] {
        entries.filter { $0.segments.first == segment }.map(below)
    }

    private static func below(_ entry: Entry) -> Entry {
        (entry.segments.dropFirst(), entry.route)
    }

    /// The routes that end here: one for each method.
    private static func routes(of entries: [Entry]) throws(RouteConflict) -> [Route] {
        var routes: [Route] = []
        for (segments, route) in entries where segments.isEmpty {
            if let other = routes.first(where: { $0.method == route.method }) {
                throw RouteConflict(first: other, second: route)
            }
            routes.append(route)
        }
        return routes
    }

    private var found: Found? {
        routes.isEmpty ? nil : Found(routes: routes, parameters: [])
    }

    /// Finds the node for the path's bytes from `start`, where a segment begins. A path without
    /// escapes is read where it lies, segment by segment.
    func find(_ path: Span<UInt8>, from start: Int) -> Found? {
        if start > path.count { return found }
        var end = start
        while end < path.count, path[end] != UInt8(ascii: "/") { end += 1 }
        let segment = path.extracting(start..<end)
        for index in words.indices where RouteNode.equal(segment, words[index].bytes) {
            if let found = words[index].node.find(path, from: end + 1) { return found }
        }
        guard !segment.isEmpty, let parameter, let found = parameter.find(path, from: end + 1),
            let value = try? UTF8Span(validating: segment)
        else { return nil }
        return Found(
            routes: found.routes, parameters: [String(copying: value)] + found.parameters)
    }

    private static func equal(_ segment: Span<UInt8>, _ word: [UInt8]) -> Bool {
        guard segment.count == word.count else { return false }
        for index in segment.indices where segment[index] != word[index] { return false }
        return true
    }

    /// Finds the node for segments that were decoded beforehand.
    func find(_ segments: ArraySlice<String>) -> Found? {
        guard let first = segments.first else { return found }
        let rest = segments.dropFirst()
        for word in words where first.utf8.elementsEqual(word.bytes) {
            if let found = word.node.find(rest) { return found }
        }
        guard !first.isEmpty, let parameter, let found = parameter.find(rest) else { return nil }
        return Found(routes: found.routes, parameters: [first] + found.parameters)
    }
}
