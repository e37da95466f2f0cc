import HTTP

/// Finds out who sent a request: once, and only for routes that want to know.
///
/// It refuses nobody. Whether a route needs a caller is the route's to say (`requireCaller`).
package struct Authentication: Middleware {
    /// Checks a request's credentials, within microseconds and from memory: nil when there are none, a
    /// `Problem` (401) when they are bad.
    package typealias Verify = @Sendable (Request) throws -> Caller?

    private let verify: Verify

    package init(_ verify: @escaping Verify) {
        self.verify = verify
    }

    package func enter(_ request: Request, _ context: Context) throws -> Response? {
        if context.match.route?.readsCredentials == true { try identify(request, context) }
        return nil
    }

    /// The caller, verified now or before.
    @discardableResult
    package func identify(_ request: Request, _ context: Context) throws -> Caller? {
        if case .unknown = context.identity { context.identity = try identity(of: request) }
        return context.caller
    }

    private func identity(of request: Request) throws -> Identity {
        do {
            guard let caller = try verify(request) else { return .anonymous }
            return .caller(caller)
        } catch let problem as Problem {
            return .refused(problem)
        }
    }
}
