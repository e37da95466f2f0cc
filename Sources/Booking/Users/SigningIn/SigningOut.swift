import JSON
import Web

/// What somebody may bring who signs out.
struct SigningOut: Sendable {
    let refreshToken: String?

    static let schema: Schema<SigningOut> = .object(
        named: "SigningOut", SigningOut.init,
        Field(
            "refresh_token", \.refreshToken, optional: .text(1...1_000),
            "The token of the last answer."))
}
