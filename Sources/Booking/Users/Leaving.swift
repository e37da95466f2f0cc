import JSON
import Web

/// The same, where it need not be there.
struct Leaving: Sendable {
    let refreshToken: String?

    static let schema: Schema<Leaving> = .object(
        named: "Leaving", Leaving.init,
        Field(
            "refresh_token", \.refreshToken, optional: .text(1...1_000),
            "The token of the last answer."))
}
