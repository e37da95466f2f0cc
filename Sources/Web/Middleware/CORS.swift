import HTTP

/// Lets pages of other origins use the API from a browser (https://fetch.spec.whatwg.org).
///
/// An origin that isn't allowed is not refused: it gets no permission to read the answer, and the
/// browser keeps it. Requests without a browser have no origin and notice nothing.
package struct CORS: Middleware {
    package enum AllowedOrigins: Sendable {
        case none
        case any
        /// Exactly these, written as browsers write them: `https://app.example.com`, no slash at the
        /// end, the port only when it isn't the scheme's own.
        case oneOf([String])
    }

    private struct Permission: Sendable {
        /// Nil allows every origin.
        let origin: [UInt8]?
        /// Allow-Origin and, with a named origin, Allow-Credentials.
        let allowed: ResponseFields
    }

    private let permissions: [Permission]

    private static let vary = ResponseFields([.vary: "Origin"])
    /// What a page may read of an answer besides the few fields that all may.
    private static let exposed = ResponseFields([
        "Access-Control-Expose-Headers": """
        X-Total-Count, Link, ETag, X-Request-ID, RateLimit, RateLimit-Policy, Retry-After, \
        Idempotency-Replayed, Location
        """
    ])
    /// What a page may send. Chrome keeps a permission for two hours at most.
    private static let preflight = ResponseFields([
        "Access-Control-Allow-Headers": """
        Accept, Accept-Language, Authorization, Content-Type, Idempotency-Key, If-Match, \
        If-None-Match, Last-Event-ID, X-Request-ID, X-Requested-With
        """,
        "Access-Control-Max-Age": "7200",
    ])

    package init(allowOrigin origins: AllowedOrigins) {
        switch origins {
        case .none:
            permissions = []
        case .any:
            // Never together with credentials: that would hand every site every user's answers.
            let allowed = ResponseFields(["Access-Control-Allow-Origin": "*"])
            permissions = [Permission(origin: nil, allowed: allowed)]
        case .oneOf(let list):
            // Any sandboxed frame is of the origin `null`, so naming it would allow everybody.
            permissions = list.filter { $0 != "null" }.map { origin in
                let allowed = ResponseFields([
                    "Access-Control-Allow-Origin": origin,
                    "Access-Control-Allow-Credentials": "true",
                ])
                return Permission(origin: Array(origin.utf8), allowed: allowed)
            }
        }
    }

    package func enter(_ request: Request, _ context: Context) throws -> Response? {
        guard CORS.isPreflight(request), let permission = permission(for: request) else {
            return nil
        }
        return answer(context.match, permission)
    }

    package func leave(_ request: Request, _ context: Context, _ response: inout Response) {
        guard !permissions.isEmpty else { return }
        if let permission = permission(for: request) {
            response.fields.append(permission.allowed)
            response.fields.append(CORS.exposed)
        }
        response.fields.append(CORS.vary)
    }

    private func permission(for request: Request) -> Permission? {
        guard let origin = request.fields.bytes(of: .origin) else { return nil }
        return permissions.first { $0.origin.map { origin.elementsEqual($0) } ?? true }
    }

    static func isPreflight(_ request: Request) -> Bool {
        request.method == .options && request.fields.contains("Access-Control-Request-Method")
    }

    /// The browser's question what a page may send here. It carries no token, and nothing else of the
    /// server is asked.
    private func answer(_ match: RouteMatch, _ permission: Permission) -> Response {
        var fields = permission.allowed
        fields.append("Access-Control-Allow-Methods", CORS.methods(match))
        fields.append(CORS.preflight)
        fields.append(CORS.vary)
        return Response(.noContent, fields)
    }

    /// The path's methods; where there is no such path, all of them, so that the page gets to see the
    /// 404 instead of a failure of CORS.
    private static func methods(_ match: RouteMatch) -> String {
        let methods =
            switch match {
            case .found(let route, _): [route.method]
            case .otherMethods(let methods): methods
            case .nothing, .refused: Method.allCases
            }
        return methods.map(\.rawValue).joined(separator: ", ")
    }
}
