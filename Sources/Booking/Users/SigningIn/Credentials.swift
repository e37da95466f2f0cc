import JSON
import Web

/// What somebody brings who wants to sign in.
struct Credentials: Sendable {
    /// An e-mail address or a username.
    let name: String
    let password: String

    /// As A, B, C and D send it.
    static let schema: Schema<Credentials> = Schema<Sent>.object(
        named: "Credentials", Sent.init,
        Field("email", \.email, optional: .loginName, "The address."),
        Field("username", \.username, optional: .loginName, "The username, in place of `email`."),
        Field("password", \.password, .password, "The password.")
    ).refined(code: "required", detail: "is required", at: "email") {
        $0.email != nil || $0.username != nil
    }.mapped(
        read: { Credentials(name: $0.email ?? $0.username ?? "", password: $0.password) },
        write: { Sent(email: $0.name, username: nil, password: $0.password) })

    /// As E sends it, and OAuth's password grant (RFC 6749 section 4.3.2).
    static let formSchema: Schema<Credentials> = .object(
        named: "PasswordGrant", Credentials.init,
        Field("username", \.name, .loginName, "The address or the username."),
        Field("password", \.password, .password, "The password."))

    private struct Sent: Sendable {
        let email: String?
        let username: String?
        let password: String
    }
}
