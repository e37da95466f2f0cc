import HTTP

/// One operation of the API: where it is, who may call it, what it takes, gives and refuses.
package final class Route: Sendable {
    package let method: Method
    /// The path with its parameters in braces: `/api/v1/classes/{id}`.
    package let template: String
    package let limit: RatePolicy
    /// How long the work may take; nil is the server's default.
    package let timeLimit: Duration?
    /// Whether anything here depends on who calls. A route that is open to all verifies no token and
    /// counts by address.
    package let readsCredentials: Bool
    /// Whether answers get an `ETag`: not where the time stands in them, as in health and metrics.
    package let isTagged: Bool
    /// The route's place in the table, so that what is counted for each route needs no dictionary.
    package let number: Int

    init(
        _ method: Method, _ template: String, limit: RatePolicy = .default,
        timeLimit: Duration? = nil, readsCredentials: Bool = true, isTagged: Bool = true,
        number: Int = 0
    ) {
        self.method = method
        self.template = template
        self.limit = limit
        self.timeLimit = timeLimit
        self.readsCredentials = readsCredentials
        self.isTagged = isTagged
        self.number = number
    }
}
