import HTTP

/// What the layers above a route know of one request. It lives as long as the request and belongs to
/// its task alone.
package final class Context {
    /// Who sent the request, proxies that are trusted looked through.
    package let client: IPAddress
    /// The route that the router found, or why there is none.
    package let match: RouteMatch
    /// Says which request this is, on the answer and in every log line.
    package var requestID = ""
    /// Who is signed in, as far as anybody has asked; `Authentication` answers.
    package var identity = Identity.unknown
    /// When the request came, in nanoseconds of the monotonic clock.
    var started: Int64 = 0
    /// What it has cost of its rate limit.
    var rate: RateTaken?

    package init(client: IPAddress, match: RouteMatch) {
        self.client = client
        self.match = match
    }

    /// The matched route's template such as `/api/v1/classes/{id}`, so that logs and metrics name the
    /// route and never what stood in its place.
    package var template: String { match.route?.template ?? "unmatched" }

    /// What stands in the path where the route's template has this name.
    func parameter(_ name: String) -> String? {
        guard case .found(let route, let values) = match else { return nil }
        let names = RouteTemplate(route.template).parameters
        return names.firstIndex(of: name).map { values[$0] }
    }
}
