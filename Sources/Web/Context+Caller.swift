import HTTP

extension Context {
    /// Who is signed in; nil while nobody has asked, and for everybody without valid credentials.
    package var caller: Caller? {
        if case .caller(let caller) = identity { return caller }
        return nil
    }

    /// Who is signed in, or the 401 that a route throws which can't do without.
    package func requireCaller() throws(Problem) -> Caller {
        switch identity {
        case .caller(let caller): return caller
        case .refused(let problem): throw problem
        case .unknown, .anonymous: throw .authenticationRequired
        }
    }
}

extension Problem {
    package static var authenticationRequired: Problem {
        Problem(.unauthorized, "authentication_required", "Sign in first.")
            .adding(.wwwAuthenticate, "Bearer")
    }

    /// RFC 6750 section 3.1: expired, revoked, malformed, or invalid for other reasons.
    package static var invalidToken: Problem {
        Problem(.unauthorized, "invalid_token", "The token is not valid.")
            .adding(.wwwAuthenticate, "Bearer error=\"invalid_token\"")
    }
}
