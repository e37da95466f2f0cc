import HTTP

/// Finds routes by looking at every one: slow, short and plainly right.
struct NaiveRouter {
    /// Templates as their segments; `nil` stands for a parameter.
    let routes: [(method: Method, segments: [String?])]

    /// What is found, in the words of `RoutingTable`, for a path's decoded segments.
    func find(_ method: Method, _ path: [String]) -> String {
        let matching = routes.filter { matches($0.segments, path) }
        // Words before parameters, the leftmost difference first.
        let best = matching.map(\.segments).min { first, second in
            let (a, b) = (zip(first, second).first { ($0 == nil) != ($1 == nil) }) ?? (nil, nil)
            return a != nil && b == nil
        }
        guard let best else { return "nothing" }
        let here = matching.filter { $0.segments == best }.map(\.method)
        if here.contains(method == .head ? .get : method) {
            let values = zip(best, path).compactMap { $0 == nil ? $1 : nil }
            return ([NaiveRouter.template(best)] + values).joined(separator: " ")
        }
        let all = here + (here.contains(.get) ? [.head] : []) + [.options]
        return "allow " + all.map(\.rawValue).joined(separator: ", ")
    }

    /// `/a/{0}/{1}`: a parameter is named by its place.
    static func template(_ segments: [String?]) -> String {
        "/" + segments.enumerated().map { $1 ?? "{\($0)}" }.joined(separator: "/")
    }

    private func matches(_ segments: [String?], _ path: [String]) -> Bool {
        segments.count == path.count
            && zip(segments, path).allSatisfy { $0 == nil ? !$1.isEmpty : $0 == $1 }
    }
}
