import HTTP

extension CORS.AllowedOrigins {
    /// Whether a page may use what a request asks for, as far as its browser says where the page is from. Whoever
    /// is no browser says nothing.
    ///
    /// CORS doesn't guard WebSockets: a browser opens one for any page and leaves it to the server to look at the
    /// origin (RFC 6455 section 10.2).
    package func permit(_ request: Request) -> Bool {
        guard let origin = request.fields[.origin] else { return true }
        switch self {
        case .any: return true
        case .oneOf(let list) where origin != "null" && list.contains(origin): return true
        case .none, .oneOf: return CORS.AllowedOrigins.isOwn(origin, of: request)
        }
    }

    /// Whether it is the server's own, such as that of its documents.
    private static func isOwn(_ origin: String, of request: Request) -> Bool {
        let host = request.head.host
        return !host.isEmpty && (origin == "https://\(host)" || origin == "http://\(host)")
    }
}

extension Problem {
    package static var originNotAllowed: Problem {
        Problem(.forbidden, "origin_not_allowed", "Pages of this origin may not do this.")
    }
}
