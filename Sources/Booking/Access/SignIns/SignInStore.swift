import SQLite
import Time

/// The tables of sign-ins and their refresh tokens.
enum SignInStore {
    /// A refresh token, and the sign-in that it belongs to.
    struct Refresh {
        let signIn: String
        let account: String
        let expiresAt: Instant
        let usedAt: Instant?
        let sealedSuccessor: [UInt8]?
        /// Whether the sign-in still lasts, and the account may sign in.
        let isLive: Bool
    }

    static func insert(
        _ id: String, of account: String, _ device: Device, until end: Instant, in tx: Transaction
    ) throws {
        try tx.run(
            """
            insert into sign_in (
                id, account_id, created_at, last_used_at, expires_at, ip, user_agent
            )
            values (
                \(id), \(account), \(tx.now), \(tx.now), \(end), \(device.address),
                \(device.userAgent)
            )
            """)
    }

    static func insert(
        refresh hash: [UInt8], of signIn: String, until end: Instant, in tx: Transaction
    ) throws {
        try tx.run(
            """
            insert into refresh_token (hash, sign_in_id, expires_at)
            values (\(hash), \(signIn), \(end))
            """)
    }

    static func refresh(_ hash: [UInt8], _ reader: Reader) throws -> Refresh? {
        try reader.first(
            """
            select
                sign_in.id, account.id, refresh_token.expires_at, used_at, sealed_successor,
                ended_at is null and account.status = 'active'
            from refresh_token
            join sign_in on sign_in.id = refresh_token.sign_in_id
            join account on account.id = sign_in.account_id
            where hash = \(hash)
            """
        ) { row in
            Refresh(
                signIn: try row.text(0), account: try row.text(1), expiresAt: try row.instant(2),
                usedAt: try row.instantIfAny(3),
                sealedSuccessor: try row.isNull(4) ? nil : try row.bytes(4),
                isLive: try row.boolean(5))
        }
    }

    static func setUsed(
        refresh hash: [UInt8], sealedSuccessor: [UInt8], in tx: Transaction
    ) throws {
        try tx.run(
            """
            update refresh_token
            set used_at = \(tx.now), sealed_successor = \(sealedSuccessor)
            where hash = \(hash)
            """)
    }

    static func setUsed(_ id: String, until end: Instant, in tx: Transaction) throws {
        try tx.run(
            """
            update sign_in
            set last_used_at = \(tx.now), expires_at = \(end)
            where id = \(id)
            """)
    }

    static func end(_ ids: [String], _ reason: SignIn.End, in tx: Transaction) throws {
        try tx.run(
            """
            update sign_in
            set ended_at = \(tx.now), end_reason = \(reason)
            where id in (\(SQL.list(ids))) and ended_at is null
            """)
    }

    /// The sign-ins of an account that last, the one that was used last first.
    static func live(of account: String, at now: Instant, _ reader: Reader) throws -> [SignIn] {
        try reader.all(
            """
            select \(columns)
            from sign_in
            where account_id = \(account) and ended_at is null and expires_at > \(now)
            order by last_used_at desc
            """, signIn)
    }

    /// All that is remembered of an account's sign-ins.
    static func all(of account: String, _ reader: Reader) throws -> [SignIn] {
        try reader.all(
            """
            select \(columns)
            from sign_in
            where account_id = \(account)
            order by last_used_at desc
            """, signIn)
    }

    /// Whether somebody has signed in from this address, as far as is remembered.
    static func hasSignedIn(
        _ account: String, from address: String, _ reader: Reader
    ) throws -> Bool {
        try reader.first(
            """
            select 1
            from sign_in
            where account_id = \(account) and ip = \(address)
            limit 1
            """
        ) { _ in true } ?? false
    }

    private static let columns: SQL =
        "id, created_at, last_used_at, ip, user_agent, ended_at, end_reason"

    private static func signIn(_ row: borrowing Row) throws -> SignIn {
        SignIn(
            id: try row.text(0), createdAt: try row.instant(1), lastUsedAt: try row.instant(2),
            address: try row.textIfAny(3), userAgent: try row.textIfAny(4),
            endedAt: try row.instantIfAny(5), end: try row.textIfAny(6).flatMap(SignIn.End.init))
    }

    /// Forgets everything of an account.
    static func deleteAll(of account: String, in tx: Transaction) throws {
        try tx.run("delete from sign_in where account_id = \(account)")
    }

    /// Forgets a few of those that ended long ago: whoever adds a row takes some away, so nothing has to
    /// run beside.
    static func sweep(signInsBefore old: Instant, in tx: Transaction) throws {
        try tx.run(
            """
            delete from refresh_token
            where hash in (
                select hash from refresh_token where expires_at < \(tx.now) limit 8
            )
            """)
        try tx.run(
            """
            delete from sign_in
            where id in (select id from sign_in where expires_at < \(old) limit 4)
            """)
    }
}
