import JSON
import Web

struct PasswordReset: Sendable {
    let token: String
    let newPassword: String

    static let schema: Schema<PasswordReset> = .object(
        named: "PasswordReset", PasswordReset.init,
        Field("token", \.token, .text(1...1_000), "The token of the letter."),
        Field("new_password", \.newPassword, .newPassword, "8 to 72 bytes, and not a common one."))
}
