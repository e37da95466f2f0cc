import JSON
import Web

/// A user as answers show them, with tokens where some were issued.
struct Account: Sendable {
    let user: User
    let tokens: IssuedTokens?

    init(_ user: User, _ tokens: IssuedTokens? = nil) {
        self.user = user
        self.tokens = tokens
    }

    static let answer: Answer<Account> = .object("Account", members + ofDoors)

    /// The account of who asks, with C's greeting.
    static let ownAnswer: Answer<Account> = .object(
        "OwnAccount",
        members + ofDoors + [
            .init("user_id", .uuid, "The same as `id`.") { $0.user.id },
            .init("message", .text, "A greeting.") {
                "Welcome back, \($0.user.profile.name)! "
                    + "You are logged in with role: \($0.user.role)"
            },
        ])

    /// A new tag at each change of the account or of one of its roles.
    static func tag(_ account: Account) -> String {
        let ofRoles = account.user.roles.reduce(0) { $0 + $1.version }
        return "\"\(account.user.version)-\(ofRoles)\""
    }

    private static let members: [AnswerMember<Account>] = [
        .init("id", .uuid, "Whose it is.") { $0.user.id },
        .init("email", .email, "The address.") { $0.user.profile.email },
        .init("username", .text, "The name to sign in with.") { $0.user.profile.username },
        .init("name", .text, "What the person is called.") { $0.user.profile.name },
        .init("full_name", .text, "The same as `name`.") { $0.user.profile.name },
        .init("status", .oneOf(User.Status.given), "Only who is `active` can sign in.") {
            $0.user.status
        },
        .init("role", .oneOf(["admin", "facilitator", "user", "public"]), "The strongest role.") {
            $0.user.role
        },
        .init("roles", .array(of: Role.briefAnswer), "All roles, by name.") { $0.user.roles },
        .init("email_verified", .boolean, "Whether a letter to the address was answered.") {
            $0.user.profile.emailVerifiedAt != nil
        },
        .init("bio", nullable: .text, "What the person says of themselves.") {
            $0.user.profile.bio
        },
        .init("specialization", nullable: .text, "What the person is good at.") {
            $0.user.profile.specialization
        },
        .init(
            "language", nullable: .oneOf(Language.allCases),
            "What letters to the person are written in; null for what is usual here."
        ) { $0.user.profile.language },
        .init("createdAt", .instant, "When it was made.") { $0.user.createdAt },
        .init("updatedAt", .instant, "When it was last changed.") { $0.user.updatedAt },
        .init("created_at", .instant, "The same as `createdAt`.") { $0.user.createdAt },
        .init("updated_at", .instant, "The same as `updatedAt`.") { $0.user.updatedAt },
    ]

    private static let ofDoors: [AnswerMember<Account>] = [
        .init("access_token", .text, "Empty where none is issued.") { $0.tokens?.access ?? "" },
        .init("refresh_token", .text, "Empty where none is issued.") { $0.tokens?.refresh ?? "" },
        .init("token_type", omittable: .oneOf(["bearer"]), "With tokens only.") {
            $0.tokens.map { _ in "bearer" }
        },
        .init("expires_in", omittable: .integer, "Seconds for which the access token lasts.") {
            $0.tokens?.expiresIn
        },
        .init("user", omittable: brief, "The person in brief; with tokens only.") {
            $0.tokens == nil ? nil : $0.user
        },
    ]

    private static let brief: Answer<User> = .object(
        "AccountInBrief",
        [
            .init("id", .uuid, "Whose it is.") { $0.id },
            .init("email", .email, "The address.") { $0.profile.email },
            .init("name", .text, "What the person is called.") { $0.profile.name },
            .init("role", .text, "The strongest role.") { $0.role },
        ])
}
