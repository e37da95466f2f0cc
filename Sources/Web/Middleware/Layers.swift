import HTTP

/// The middleware of an application, outermost first, and what stands below them all.
package final class Layers: Sendable {
    typealias Endpoint = @Sendable (Request, Context) async throws -> Response

    let list: [any Middleware]
    let last: Endpoint

    package init(
        _ list: [any Middleware],
        last: @escaping @Sendable (Request, Context) async throws -> Response
    ) {
        self.list = list
        self.last = last
    }

    package func handle(_ request: Request, _ context: Context) async throws -> Response {
        try await Next(self)(request, context)
    }
}
