import HTTP

/// One operation of the API: where it is, who may call it, what it takes, gives and refuses.
package final class Route: Sendable {
    package let method: Method
    /// The path with its parameters in braces: `/api/v1/classes/{id}`.
    package let template: String
    package let limit: RatePolicy
    /// How long the work may take; nil is the server's default.
    package let timeLimit: Duration?

    init(
        _ method: Method, _ template: String, limit: RatePolicy = .default,
        timeLimit: Duration? = nil
    ) {
        self.method = method
        self.template = template
        self.limit = limit
        self.timeLimit = timeLimit
    }
}
