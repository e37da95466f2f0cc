import HTTP

extension Problem {
    /// What any request may be answered with, whatever it asks for. The operations' own problems stand
    /// with them.
    package static var general: [Problem] {
        [
            .noSuchPath, .methodNotAllowed, .notFound, .malformedJSON, .malformedForm,
            .unsupportedMediaType,
            .bodyTooLarge(Limits.jsonBody), .invalidRequest, .badQuery, .authenticationRequired,
            .permissionMissing, .rateLimited, .timeout, .overloaded, .readOnly, .internalError,
        ] + Refusal.kinds.map(Problem.init)
    }
}
