import HTTP

/// Finds the route for a method and a path.
///
/// The routes form a tree by segments. A word goes before a parameter, so `/classes/mine` is never
/// taken for the class "mine"; where the word leads nowhere, the parameter is tried.
package final class Router: Sendable {
    package let routes: [Route]
    private let root: RouteNode

    /// Two routes of one method and one shape are a mistake: the second could never be reached.
    package init(_ routes: [Route]) throws(RouteConflict) {
        var numbered: [Route] = []
        var root = RouteNode()
        for (number, route) in routes.enumerated() {
            let route = route.numbered(number)
            try root.insert(route, RouteTemplate(route.template).segments[...])
            numbered.append(route)
        }
        self.routes = numbered
        self.root = root
    }

    package func match(_ method: Method, _ target: Target) -> RouteMatch {
        if target.isAsterisk { return .otherMethods(Method.allCases) }
        let path = target.path
        guard path.contains(UInt8(ascii: "%")) else { return match(method, plain: path) }
        do throws(Refusal) {
            let segments = try Path(target).segments.map { Array($0.utf8)[...] }
            return result(method, root.find(segments[...]))
        } catch {
            return .refused(error)
        }
    }

    /// A path without escapes, which nearly every path is: its segments are slices of it.
    private func match(_ method: Method, plain path: ArraySlice<UInt8>) -> RouteMatch {
        var rest = path.dropFirst()
        if rest.last == UInt8(ascii: "/") { rest = rest.dropLast() }
        guard !rest.isEmpty else { return result(method, root.find([])) }
        let segments = rest.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        for segment in segments where Path.isDots(segment) { return .refused(.dotSegment) }
        return result(method, root.find(segments[...]))
    }

    private func result(_ method: Method, _ found: RouteNode.Found?) -> RouteMatch {
        guard let found else { return .nothing }
        let wanted: Method = method == .head ? .get : method
        if let route = found.routes.first(where: { $0.method == wanted }) {
            return .found(route, parameters: found.parameters)
        }
        var methods = found.routes.map(\.method)
        if methods.contains(.get) { methods.append(.head) }
        return .otherMethods(methods + [.options])
    }
}
