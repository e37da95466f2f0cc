import HTTP

/// One layer around the routes. It sees a request on its way in, and the answer on its way out.
///
/// A layer is two plain functions, and `Layers` calls one after the other. Layers that call each other
/// and wait (`handle(request, next)`) read as well, but each costs two suspensions, and on the way to
/// a route that answers in two microseconds ten of them would cost five; `docs/decisions` has the
/// measurement.
package protocol Middleware: Sendable {
    /// Looks at a request. An answer is the answer: neither the layers below nor the route see the
    /// request then. What is thrown becomes an answer, too.
    func enter(_ request: Request, _ context: Context) throws -> Response?

    /// Changes the answer to a request that has entered, whoever gave it: the route, a layer below, or
    /// a problem.
    func leave(_ request: Request, _ context: Context, _ response: inout Response)
}

extension Middleware {
    package func enter(_ request: Request, _ context: Context) throws -> Response? { nil }

    package func leave(_ request: Request, _ context: Context, _ response: inout Response) {}
}
