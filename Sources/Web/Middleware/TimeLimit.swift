import HTTP

/// Limits the time that a request may take: then its task is cancelled, and the error by which it ends
/// becomes a 504 (`ProblemResponses`).
package struct TimeLimit: Middleware {
    package init() {}

    package func enter(_ request: Request, _ context: Context) throws -> Response? {
        if let limit = context.match.route?.timeLimit { request.exchange.limitTime(to: limit) }
        return nil
    }
}
