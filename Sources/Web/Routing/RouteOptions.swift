/// What few routes say of themselves.
package struct RouteOptions: Sendable {
    /// Which rate limit counts the calls.
    package var limit: RatePolicy
    /// How long the work may take; nil is the server's default.
    package var timeLimit: Duration?
    /// Whether answers get an `ETag`: not where the time stands in them, as in health and metrics.
    package var isTagged: Bool
    /// More about the operation, in paragraphs for the documents.
    package var description: String?

    package init(
        limit: RatePolicy = .default, timeLimit: Duration? = nil, isTagged: Bool = true,
        description: String? = nil
    ) {
        self.limit = limit
        self.timeLimit = timeLimit
        self.isTagged = isTagged
        self.description = description
    }
}
