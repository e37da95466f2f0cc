import HTTP

/// One layer around the routes: it may look at the request, answer by itself, or pass the request on
/// and change the answer that comes back.
///
/// Above `ProblemResponses` no layer sees an error, only answers; below it a layer or a route may
/// throw a `Problem`.
package protocol Middleware: Sendable {
    func handle(_ request: Request, _ context: Context, next: Next) async throws -> Response
}
