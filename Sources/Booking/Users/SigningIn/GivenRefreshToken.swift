import JSON
import Web

/// A refresh token, alone in a body.
struct GivenRefreshToken: Sendable {
    let refreshToken: String

    static let schema: Schema<GivenRefreshToken> = .object(
        named: "RefreshToken", GivenRefreshToken.init,
        Field("refresh_token", \.refreshToken, .text(1...1_000), "The token of the last answer."))
}
