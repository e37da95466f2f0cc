import JSON
import Web

/// An address, alone in a body.
struct GivenEmail: Sendable {
    let email: String

    static let schema: Schema<GivenEmail> = .object(
        named: "GivenEmail", GivenEmail.init,
        Field("email", \.email, .email, "The address of the account."))
}
