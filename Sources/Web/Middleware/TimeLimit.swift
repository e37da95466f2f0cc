import HTTP

/// Ends work that takes too long: its task is cancelled, and the client gets a 504.
package struct TimeLimit: Middleware {
    private let limit: Duration

    /// `limit` holds for routes that declare none of their own.
    package init(_ limit: Duration) {
        self.limit = limit
    }

    package func handle(
        _ request: Request, _ context: Context, next: Next
    ) async throws -> Response {
        request.exchange.limitTime(to: context.match.route?.timeLimit ?? limit)
        do {
            return try await next(request, context)
        } catch let problem as Problem {
            // Decided before the task noticed: it is true however late.
            throw problem
        } catch {
            // A client that has left cancels the task too; then the error goes where no one reads it.
            throw request.exchange.isOutOfTime ? Problem.timeout : error
        }
    }
}

extension Problem {
    static var timeout: Problem {
        Problem(.gatewayTimeout, "timeout", "The request took too long.")
            .saying("The request took too long and was given up; nothing of it was kept.")
    }
}
