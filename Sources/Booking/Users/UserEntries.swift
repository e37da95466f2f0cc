import JSON
import SQLite
import Time

enum UserEntries {
    private static let roles = Schema<[String]>.array(of: .uuid, count: 0...1_000)

    static let registered = EntryKind<Registered>(
        "user.registered",
        .object(
            Registered.init,
            Field("roles", \.roles, roles, "The roles it began with."),
            Field(
                "status", \.status, .oneOf(User.Status.given), default: .active,
                "What it began as."),
            Field("since", \.since, optional: .instant, "When it was made in another system."))
    ) { registered, head, tables in
        try UserStore.insert(registered, head, tables)
    }

    static let changed = EntryKind<Changed>(
        "user.changed",
        .object(
            Changed.init,
            Field(
                "parts", \.parts, .array(of: .oneOf(Changed.Part.allCases), count: 0...100),
                default: [], "Which parts of the profile are others."),
            Field("roles", \.roles, optional: roles, "All roles from then on."),
            Field(
                "status", \.status, optional: .oneOf(User.Status.given), "What it is from then on.")
        )
    ) { changed, head, tables in
        try UserStore.update(changed, head, tables)
    }

    static let erased = EntryKind<Nothing>("user.erased", Nothing.schema) { _, head, tables in
        try UserStore.erase(head, tables)
    }

    static let chapter = Chapter(
        "users", kinds: registered, changed, erased,
        tables: [
            ReadTable("account", key: "id"),
            ReadTable("account_role", key: "account_id", "role_id"),
        ],
        invariants: [
            Invariant(
                "Who is erased has no role",
                breaches: """
                    select account_id
                    from account_role
                    join account on account.id = account_role.account_id
                    where status = 'erased'
                    """),
            Invariant(
                "Who is erased is nobody: there is no profile, no password and no sign-in",
                breaches: """
                    select account.id
                    from account
                    where status = 'erased'
                        and (
                            exists (select 1 from profile where account_id = account.id)
                            or exists (select 1 from credential where account_id = account.id)
                            or exists (select 1 from sign_in where account_id = account.id)
                        )
                    """),
        ])
}
