import HTTP

extension Problem {
    /// What an error tells the client; nil for errors that are no business of the client's.
    init?(_ error: any Error) {
        switch error {
        case let problem as Problem: self = problem
        case let refusal as Refusal: self = Problem(refusal)
        case let tooLarge as BodyTooLarge: self = .bodyTooLarge(tooLarge.limit)
        default: return nil
        }
    }

    /// What the HTTP reader refused.
    package init(_ refusal: Refusal) {
        self = Problem(refusal.status, refusal.code, refusal.status.reason).saying(refusal.detail)
    }

    static func bodyTooLarge(_ limit: Int) -> Problem {
        Problem(.contentTooLarge, "body_too_large", "The body is too large.")
            .saying("The body is larger than the \(limit) bytes that are taken here.")
    }

    /// More changes wait than can be made in the time that clients wait for them.
    package static var overloaded: Problem {
        Problem(.serviceUnavailable, "overloaded", "The server has more to do than it can.")
            .saying("Too many changes wait to be made. Nothing was changed; try again.")
            .adding(.retryAfter, "1")
    }

    /// Reading goes on.
    package static var readOnly: Problem {
        Problem(.serviceUnavailable, "read_only", "Nothing can be stored at the moment.")
            .saying("The server can't store anything at the moment. Try again later.")
            .adding(.retryAfter, "30")
    }

    /// Says nothing of the inside: the log does, under the request's id.
    static var internalError: Problem {
        Problem(.internalServerError, "internal_error", "Something went wrong on our side.")
    }
}
