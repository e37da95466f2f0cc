import SQLite
import Time

/// The table of secret addresses of calendars.
enum CalendarStore {
    /// Takes the place of the one there was.
    static func put(_ token: SecretToken, of account: String, in tx: Transaction) throws {
        try delete(account, in: tx)
        try tx.run(
            """
            insert into calendar (account_id, hash, created_at)
            values (\(account), \(token.hash()), \(tx.now))
            """)
    }

    static func delete(_ account: String, in tx: Transaction) throws {
        try tx.run("delete from calendar where account_id = \(account)")
    }

    /// Since when somebody has one; nil for nobody who has none.
    static func since(_ account: String, _ reader: Reader) throws -> Instant? {
        try reader.first("select created_at from calendar where account_id = \(account)") {
            try $0.instant(0)
        }
    }

    /// Whose it is: of somebody who is active.
    static func account(of token: SecretToken, _ reader: Reader) throws -> String? {
        try reader.first(
            """
            select account_id
            from calendar
            join account on account.id = calendar.account_id
            where hash = \(token.hash()) and account.status = 'active'
            """
        ) { try $0.text(0) }
    }
}
