import HTTP

/// Limits the time that a request may take: then its task is cancelled, and the error by which it ends
/// becomes a 504 (`ProblemResponses`).
package struct TimeLimit: Middleware {
    private let limit: Duration

    /// `limit` holds for routes that declare none of their own.
    package init(_ limit: Duration) {
        self.limit = limit
    }

    package func enter(_ request: Request, _ context: Context) throws -> Response? {
        request.exchange.limitTime(to: context.match.route?.timeLimit ?? limit)
        return nil
    }
}
