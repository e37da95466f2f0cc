import JSON
import Web

struct PasswordChange: Sendable {
    let oldPassword: String
    let newPassword: String

    static let schema: Schema<PasswordChange> = .object(
        named: "PasswordChange", PasswordChange.init,
        Field("old_password", \.oldPassword, .password, "The password until now."),
        Field("new_password", \.newPassword, .newPassword, "8 to 72 bytes, and not a common one."))
}
