import JSON
import Web

/// A token of a letter, alone in a body.
struct GivenLetterToken: Sendable {
    let token: String

    static let schema: Schema<GivenLetterToken> = .object(
        named: "LetterToken", GivenLetterToken.init,
        Field("token", \.token, .text(1...1_000), "The token of the letter."))
}
