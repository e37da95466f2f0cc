import HTTP

/// One call of a route, with everything that its declaration promised, read and checked.
package struct Call<Subject: Sendable, Path: Sendable, Query: Sendable, Body: Sendable> {
    /// Who calls, as far as the route's access lets it know.
    package let caller: Subject
    package let path: Path
    package let query: Query
    package let body: Body
    package let request: Request
    package let context: Context

    /// How long the work may still take: the limit of a query.
    package var timeLeft: Duration { request.exchange.timeLeft }

    package init(
        caller: Subject, path: Path, query: Query, body: Body, request: Request, context: Context
    ) {
        self.caller = caller
        self.path = path
        self.query = query
        self.body = body
        self.request = request
        self.context = context
    }
}
