import JSON
import Web

/// What admins may change besides.
struct UserChange: Sendable {
    let profile: ProfileChange
    let roles: Change<[String]>
    let status: Change<User.Status>
    let password: Change<String>

    init(
        email: Change<String>, username: Change<String>, name: Change<String>,
        fullName: Change<String>, bio: Change<String?>, specialization: Change<String?>,
        language: Change<Language?>,
        roles: Change<[String]>, status: Change<User.Status>, password: Change<String>
    ) {
        profile = ProfileChange(
            email: email, username: username, name: name, fullName: fullName, bio: bio,
            specialization: specialization, language: language)
        self.roles = roles
        self.status = status
        self.password = password
    }

    static let schema: Schema<UserChange> = .object(
        named: "UserChange", UserChange.init,
        Field("email", \.profile.email, change: .email, "The address."),
        Field("username", \.profile.username, change: .username, "To sign in with, without an @."),
        Field("name", \.profile.name, change: .personName, "What the person is called."),
        Field("full_name", \.profile.fullName, change: .personName, "The same as `name`."),
        Field("bio", \.profile.bio, nullableChange: .bio, "What the person says of themselves."),
        Field(
            "specialization", \.profile.specialization, nullableChange: .specialization,
            "A field of work."),
        Field(
            "language", \.profile.language, nullableChange: .oneOf(Language.allCases),
            "What letters are written in; null for what is usual here."),
        Field(
            "roles", \.roles, change: .array(of: .roleName, count: 0...User.mostRoles),
            "The names of all roles from then on; for `users:write`."),
        Field(
            "status", \.status, change: .oneOf(User.Status.given), "For `users:write`."),
        Field("password", \.password, change: .newPassword, "A new one; for `users:write`."))
}
