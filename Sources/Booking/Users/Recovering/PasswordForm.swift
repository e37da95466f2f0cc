import JSON
import Web

/// What the page for a new password sends. Whether the password will do is told on the page again, so it
/// is only read here.
struct PasswordForm: Sendable {
    let token: String
    let newPassword: String

    static let schema: Schema<PasswordForm> = .object(
        named: "PasswordForm", PasswordForm.init,
        Field("token", \.token, .text(1...1_000), "The token of the letter."),
        Field("new_password", \.newPassword, .text(0...1_024), "The new password."))

    /// The same as a client of the API sends it, or the 422.
    func reset() throws(Problem) -> PasswordReset {
        var faults = Faults()
        guard
            let password = Schema<String>.newPassword.readText(
                newPassword, at: "new_password", &faults)
        else { throw .invalid(faults.all.map(\.asOfThePassword)) }
        return PasswordReset(token: token, newPassword: password)
    }
}

extension Fault {
    /// As somebody is told who sees a page, and no names of members.
    fileprivate var asOfThePassword: Fault {
        Fault(pointer: pointer, field: "The password", code: code, detail: detail)
    }
}
