import HTTP

/// Finds out who sent a request: once, and only for routes that want to know.
///
/// It refuses nobody. Whether a route needs a caller is the route's to say (`requireCaller`).
package struct Authentication: Middleware {
    /// Checks a request's credentials: nil when there are none, a `Problem` (401) when they are bad.
    package typealias Verify = @Sendable (Request) async throws -> Caller?

    private let verify: Verify

    package init(_ verify: @escaping Verify) {
        self.verify = verify
    }

    package func handle(
        _ request: Request, _ context: Context, next: Next
    ) async throws -> Response {
        if context.match.route?.readsCredentials == true {
            try await identify(request, context)
        }
        return try await next(request, context)
    }

    /// The caller, verified now or before.
    @discardableResult
    package func identify(_ request: Request, _ context: Context) async throws -> Caller? {
        if case .unknown = context.identity {
            context.identity = try await identity(of: request)
        }
        return context.caller
    }

    private func identity(of request: Request) async throws -> Identity {
        do {
            guard let caller = try await verify(request) else { return .anonymous }
            return .caller(caller)
        } catch let problem as Problem {
            return .refused(problem)
        }
    }
}
