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
        self.routes = routes.enumerated().map { number, route in route.numbered(number) }
        root = try RouteNode(
            self.routes.map { (RouteTemplate($0.template).segments[...], $0) })
    }

    /// Routes nothing.
    package init() {
        routes = []
        root = RouteNode()
    }

    package func match(_ method: Method, _ target: Target) -> RouteMatch {
        if target.isAsterisk { return .otherMethods(Method.allCases) }
        let path = target.path
        guard path.contains(UInt8(ascii: "%")) else { return match(method, plain: path) }
        do throws(Refusal) {
            return result(method, root.find(try Path(target).segments[...]))
        } catch {
            return .refused(error)
        }
    }

    /// A path without escapes, which nearly every path is: its segments are read where they lie.
    private func match(_ method: Method, plain path: ArraySlice<UInt8>) -> RouteMatch {
        if Path.hasDots(path) { return .refused(.dotSegment) }
        let end = path.last == UInt8(ascii: "/") ? path.endIndex - 1 : path.endIndex
        guard end > path.startIndex else { return result(method, root.find([])) }
        let trimmed = path[path.startIndex..<end]
        // From behind the first slash.
        return result(method, root.find(trimmed.span, from: 1))
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
