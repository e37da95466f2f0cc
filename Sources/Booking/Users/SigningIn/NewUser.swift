import JSON
import Web

/// What somebody brings who wants an account.
struct NewUser: Sendable {
    let email: String
    let password: String
    let username: String?
    let name: String?
    let fullName: String?
    let role: String?
    let bio: String?
    let specialization: String?

    static let schema: Schema<NewUser> = Schema<NewUser>.object(
        named: "NewUser", NewUser.init,
        Field("email", \.email, .email, "The address; letters go there."),
        Field("password", \.password, .newPassword, "8 to 72 bytes, and not a common one."),
        Field("username", \.username, optional: .username, "To sign in with, without an @."),
        Field("name", \.name, optional: .personName, "What the person is called."),
        Field("full_name", \.fullName, optional: .personName, "The same as `name`."),
        Field(
            "role", \.role, optional: .roleName,
            "`user` (the same as `client`), `instructor`, `facilitator` or `public`."),
        Field("bio", \.bio, optional: .bio, "What the person says of themselves."),
        Field("specialization", \.specialization, optional: .specialization, "A field of work.")
    ).refined(
        code: "required", detail: "is required where there is no name or full_name", at: "username"
    ) { $0.username != nil || $0.name != nil || $0.fullName != nil }
}
