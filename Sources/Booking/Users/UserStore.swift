import SQLite
import Time

/// The tables of accounts and profiles.
enum UserStore {
    // MARK: What entries make

    static func insert(_ registered: Registered, _ head: EntryHead, _ tables: ReadTables) throws {
        try tables.run(
            """
            insert into account (id, status, created_at, updated_at, access_changed_at, version)
            values (
                \(head.id), \(registered.status), \(registered.since ?? head.at), \(head.at),
                \(head.at), \(head.version)
            )
            """)
        try insert(roles: registered.roles, head, tables)
    }

    static func update(_ changed: Changed, _ head: EntryHead, _ tables: ReadTables) throws {
        try tables.run(
            """
            update account
            set updated_at = \(head.at), version = \(head.version)
            where id = \(head.id)
            """)
        if changed.touchesAccess {
            try tables.run(
                """
                update account
                set
                    status = coalesce(\(changed.status), status), access_changed_at = \(head.at)
                where id = \(head.id)
                """)
        }
        guard let roles = changed.roles else { return }
        try tables.run("delete from account_role where account_id = \(head.id)")
        try insert(roles: roles, head, tables)
    }

    static func erase(_ head: EntryHead, _ tables: ReadTables) throws {
        try tables.run("delete from account_role where account_id = \(head.id)")
        try tables.run(
            """
            update account
            set
                status = 'erased', updated_at = \(head.at), access_changed_at = \(head.at),
                version = \(head.version)
            where id = \(head.id)
            """)
    }

    private static func insert(
        roles: [String], _ head: EntryHead, _ tables: ReadTables
    ) throws {
        for role in roles {
            try tables.run(
                "insert into account_role (account_id, role_id) values (\(head.id), \(role))")
        }
    }

    // MARK: Reading

    /// Somebody who has an account and wasn't erased.
    static func user(_ id: String, _ reader: Reader) throws -> User? {
        try users([id], reader).first
    }

    /// The users of these ids, in the order of the ids; without those who aren't there any more.
    static func users(_ ids: [String], _ reader: Reader) throws -> [User] {
        let roles = try RoleStore.roles(of: ids, reader)
        let found = try reader.all(
            """
            select
                id, status, created_at, updated_at, version, email, username, name, bio,
                specialization, email_verified_at, language
            from account
            join profile on profile.account_id = account.id
            where id in (\(SQL.list(ids)))
            """
        ) { row in
            let id = try row.text(0)
            return User(
                id: id, status: User.Status(rawValue: try row.text(1)) ?? .banned,
                createdAt: try row.instant(2), updatedAt: try row.instant(3),
                version: try row.integer(4), profile: try profile(row), roles: roles[id] ?? [])
        }
        let byID = Dictionary(found.map { ($0.id, $0) }) { first, _ in first }
        return ids.compactMap { byID[$0] }
    }

    private static func profile(_ row: borrowing Row) throws -> Profile {
        Profile(
            email: try row.text(5), username: try row.text(6), name: try row.text(7),
            bio: try row.textIfAny(8), specialization: try row.textIfAny(9),
            language: try row.textIfAny(11).flatMap(Language.init(rawValue:)),
            emailVerifiedAt: try row.instantIfAny(10))
    }

    /// Whose address or username this is: an address has an @ in it, a username never.
    static func id(of name: String, _ reader: Reader) throws -> String? {
        let key = Profile.key(name)
        if key.utf8.contains(UInt8(ascii: "@")) { return try id(ofEmail: key, reader) }
        return try reader.first(
            "select account_id from profile where username_key = \(key)"
        ) { try $0.text(0) }
    }

    static func id(ofEmail key: String, _ reader: Reader) throws -> String? {
        try reader.first("select account_id from profile where email_key = \(key)") {
            try $0.text(0)
        }
    }

    /// A username as it is, or with the first number behind it that makes it another than all there are.
    static func freeUsername(
        like username: String, besides others: Set<String> = [], _ reader: Reader
    ) throws -> String {
        for number in 1...20 {
            let candidate = number == 1 ? username : "\(username)\(number)"
            let isTaken =
                try others.contains(Profile.key(candidate)) || id(of: candidate, reader) != nil
            if !isTaken { return candidate }
        }
        return "\(username)-\(UInt64.random(in: .min ... .max))"
    }

    /// Whether there ever was an account of this id.
    static func hasAccount(_ id: String, _ reader: Reader) throws -> Bool {
        try reader.first("select 1 from account where id = \(id)") { _ in true } ?? false
    }

    /// Whether somebody can act still who could when the request came in.
    static func isActive(_ id: String, _ tx: Transaction) throws -> Bool {
        try tx.remembered(standings, id) ?? false
    }

    private static let standings = RememberedRows<Bool>(
        of: "account",
        question: { "select rowid, status = 'active' from account where id = \($0)" },
        read: { try $0.boolean(1) })

    /// Whether there is an account that doesn't have this role.
    static func hasSomebody(besides role: BuiltInRole, _ reader: Reader) throws -> Bool {
        try reader.first(
            """
            select 1
            from account
            where not exists (
                select 1
                from account_role
                where account_id = account.id and role_id = \(role.id)
            )
            limit 1
            """
        ) { _ in true } ?? false
    }

    /// Whether an admin is active, besides one.
    static func hasActiveAdmin(besides id: String, _ reader: Reader) throws -> Bool {
        try reader.first(
            """
            select 1
            from account_role
            join account on account.id = account_role.account_id
            where role_id = \(BuiltInRole.admin.id) and account_id <> \(id)
                and status = 'active'
            limit 1
            """
        ) { _ in true } ?? false
    }

    // MARK: What stands beside the journal

    static func insert(_ profile: Profile, of id: String, in tx: Transaction) throws {
        try tx.run(
            """
            insert into profile (
                account_id, email, email_key, username, username_key, name, bio, specialization,
                email_verified_at, language
            )
            values (
                \(id), \(profile.email), \(profile.emailKey), \(profile.username),
                \(profile.usernameKey), \(profile.name), \(profile.bio),
                \(profile.specialization), \(profile.emailVerifiedAt), \(profile.language)
            )
            """)
        try insert(words: profile.words, of: id, in: tx)
    }

    static func update(_ profile: Profile, of id: String, in tx: Transaction) throws {
        try tx.run(
            """
            update profile
            set
                email = \(profile.email), email_key = \(profile.emailKey),
                username = \(profile.username), username_key = \(profile.usernameKey),
                name = \(profile.name), bio = \(profile.bio),
                specialization = \(profile.specialization),
                email_verified_at = \(profile.emailVerifiedAt), language = \(profile.language)
            where account_id = \(id)
            """)
        try tx.run("delete from profile_word where account_id = \(id)")
        try insert(words: profile.words, of: id, in: tx)
    }

    private static func insert(
        words: Set<String>, of id: String, in tx: Transaction
    ) throws {
        for word in words {
            try tx.run("insert into profile_word (word, account_id) values (\(word), \(id))")
        }
    }

    static func deleteProfile(of id: String, in tx: Transaction) throws {
        try tx.run("delete from profile where account_id = \(id)")
        try tx.run("delete from credential where account_id = \(id)")
    }
}
