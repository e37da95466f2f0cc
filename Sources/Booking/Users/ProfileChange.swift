import JSON
import Web

/// What somebody wants to be different about their own account.
struct ProfileChange: Sendable {
    let email: Change<String>
    let username: Change<String>
    let name: Change<String>
    let fullName: Change<String>
    let bio: Change<String?>
    let specialization: Change<String?>
    let language: Change<Language?>

    static let schema: Schema<ProfileChange> = .object(
        named: "ProfileChange", ProfileChange.init,
        Field("email", \.email, change: .email, "The address; it has to be verified anew."),
        Field("username", \.username, change: .username, "To sign in with, without an @."),
        Field("name", \.name, change: .personName, "What the person is called."),
        Field("full_name", \.fullName, change: .personName, "The same as `name`."),
        Field("bio", \.bio, nullableChange: .bio, "What the person says of themselves."),
        Field(
            "specialization", \.specialization, nullableChange: .specialization, "A field of work."),
        Field(
            "language", \.language, nullableChange: .oneOf(Language.allCases),
            "What letters are written in; null for what is usual here."))

    /// The profile as it is wanted. Another address is not known to be theirs.
    func applied(to old: Profile) -> Profile {
        var new = old
        new.email = email.applied(to: old.email)
        new.username = username.applied(to: old.username)
        new.name = name.applied(to: fullName.applied(to: old.name))
        new.bio = bio.applied(to: old.bio)
        new.specialization = specialization.applied(to: old.specialization)
        new.language = language.applied(to: old.language)
        if new.emailKey != old.emailKey { new.emailVerifiedAt = nil }
        return new
    }
}
