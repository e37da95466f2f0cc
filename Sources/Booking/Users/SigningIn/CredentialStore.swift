import Crypto
import SQLite
import Time

/// The table of what people prove by who they are.
enum CredentialStore {
    /// An account as a door sees it.
    struct Door {
        let account: String
        let status: User.Status
        let password: Password?
    }

    /// What is kept of somebody's password.
    struct Password: Sendable {
        let hash: PasswordHash
        /// It is the same password as long as this is the same.
        let version: Int
    }

    /// What a door needs to know of who gives this name; nil when nobody has it.
    static func door(of name: String, _ reader: Reader) throws -> Door? {
        guard let id = try UserStore.id(of: name, reader) else { return nil }
        return try door(ofAccount: id, reader)
    }

    static func door(ofAccount id: String, _ reader: Reader) throws -> Door? {
        try reader.first(
            """
            select status, password_hash, password_version
            from account
            left join credential on credential.account_id = account.id
            where id = \(id) and status <> 'erased'
            """
        ) { row in
            Door(
                account: id, status: User.Status(rawValue: try row.text(0)) ?? .banned,
                password: try password(row))
        }
    }

    private static func password(_ row: borrowing Row) throws -> Password? {
        guard let hash = try row.textIfAny(1).flatMap(PasswordHash.init) else { return nil }
        return Password(hash: hash, version: try row.integer(2))
    }

    static func account(ofGoogle subject: String, _ reader: Reader) throws -> String? {
        try reader.first(
            "select account_id from credential where google_subject = \(subject)"
        ) { try $0.text(0) }
    }

    /// Whether Google itself has told us whose account it is.
    static func isGoogleConfirmed(_ id: String, _ reader: Reader) throws -> Bool {
        try reader.first(
            "select google_confirmed_at is not null from credential where account_id = \(id)"
        ) { try $0.boolean(0) } ?? false
    }

    static func googleSubject(of id: String, _ reader: Reader) throws -> String? {
        try reader.first("select google_subject from credential where account_id = \(id)") {
            try $0.textIfAny(0)
        } ?? nil
    }

    static func insert(
        _ hash: PasswordHash?, of id: String, in tx: Transaction
    ) throws {
        try tx.run(
            """
            insert into credential (account_id, password_hash, password_version)
            values (\(id), \(hash?.text), 1)
            """)
    }

    static func set(_ hash: PasswordHash?, of id: String, in tx: Transaction) throws {
        try tx.run(
            """
            update credential
            set password_hash = \(hash?.text), password_version = password_version + 1
            where account_id = \(id)
            """)
    }

    /// The same password under a better hash.
    static func replace(
        _ old: PasswordHash, by new: PasswordHash, of id: String, in tx: Transaction
    ) throws {
        try tx.run(
            """
            update credential
            set password_hash = \(new.text)
            where account_id = \(id) and password_hash = \(old.text)
            """)
    }

    /// `confirmed` is when Google itself has told it.
    static func set(
        google subject: String, confirmed: Instant?, of id: String, in tx: Transaction
    ) throws {
        try tx.run(
            """
            update credential
            set google_subject = \(subject), google_confirmed_at = \(confirmed)
            where account_id = \(id)
            """)
    }
}
