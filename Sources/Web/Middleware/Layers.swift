import HTTP

/// The middleware of an application, outermost first, and the endpoint below it.
package struct Layers: Sendable {
    package typealias Endpoint = @Sendable (Request, Context) async throws -> Response

    private let list: [any Middleware]
    private let problems: ProblemResponses
    private let endpoint: Endpoint

    package init(
        _ list: [any Middleware], problems: ProblemResponses, endpoint: @escaping Endpoint
    ) {
        self.list = list
        self.problems = problems
        self.endpoint = endpoint
    }

    /// Takes a request in through every layer and its answer out through those that it has entered.
    package func handle(_ request: Request, _ context: Context) async -> Response {
        var entered = 0
        var response: Response
        do {
            if let early = try enter(request, context, &entered) {
                response = early
            } else {
                response = try await endpoint(request, context)
            }
        } catch {
            response = problems.response(to: error, request, context)
        }
        for index in (0..<entered).reversed() { list[index].leave(request, context, &response) }
        return response
    }

    private func enter(
        _ request: Request, _ context: Context, _ entered: inout Int
    ) throws -> Response? {
        while entered < list.count {
            if let early = try list[entered].enter(request, context) { return early }
            entered += 1
        }
        return nil
    }
}
