import HTTP

/// What the router found for a method and a path.
package enum RouteMatch: Sendable {
    case found(Route, parameters: [String])
    /// The path exists, the method doesn't; these do. OPTIONS asks for just this.
    case otherMethods([Method])
    case nothing
    /// The path can't be read.
    case refused(Refusal)

    package var route: Route? {
        if case .found(let route, _) = self { return route }
        return nil
    }
}
