import JSON
import Web

/// The tokens that a door gives.
struct IssuedTokens: Sendable {
    let access: String
    let refresh: String
    /// Seconds for which the access token lasts.
    let expiresIn: Int
    /// What the access token is good for.
    let scope: String
}

extension IssuedTokens {
    /// As OAuth wants it (RFC 6749 section 5.1).
    static let answer: Answer<IssuedTokens> = .object(
        "Tokens",
        [
            .init("access_token", .text, "Goes into `Authorization: Bearer`.") { $0.access },
            .init("token_type", .oneOf(["bearer"]), "How it is used.") { _ in "bearer" },
            .init("expires_in", .integer, "Seconds for which it lasts.") { $0.expiresIn },
            .init("refresh_token", .text, "Gets the next pair.") { $0.refresh },
            .init("scope", .text, "What it is good for, with blanks between.") { $0.scope },
        ])
}
