import SQLite
import Time

/// Tokens that are sent to people in letters: who has one can read what is sent to an address.
enum LetterTokens {
    /// What one is good for. It opens no other door.
    enum Purpose: String, Bindable, Sendable {
        case resetPassword = "reset_password"
        case verifyEmail = "verify_email"

        var lifetime: Duration {
            switch self {
            case .resetPassword: .seconds(3_600)
            case .verifyEmail: .seconds(86_400)
            }
        }
    }

    /// Letters of one kind that an account gets within an hour at most: nobody's mailbox is filled by
    /// others.
    private static let mostInAnHour = 5

    /// Whose token it is, and the address that it was sent to.
    struct Holder: Equatable, Sendable {
        let account: String
        let emailKey: String
    }

    /// Makes a token; nil where enough have been sent already.
    static func make(
        _ purpose: Purpose, for holder: Holder, in tx: Transaction
    ) throws -> SecretToken? {
        let recent = try tx.count(
            """
            select count(*)
            from letter_token
            where account_id = \(holder.account) and purpose = \(purpose)
                and created_at > \(tx.now - .seconds(3_600))
            """)
        guard recent < mostInAnHour else { return nil }
        let token = SecretToken.make()
        try tx.run(
            """
            insert into letter_token (
                hash, purpose, account_id, email_key, created_at, expires_at
            )
            values (
                \(token.hash()), \(purpose), \(holder.account), \(holder.emailKey), \(tx.now),
                \(tx.now + purpose.lifetime)
            )
            """)
        try sweep(in: tx)
        return token
    }

    /// Whose a token is; nil when it is none, too old, or for something else.
    static func holder(
        of token: SecretToken, _ purpose: Purpose, at now: Instant, _ reader: Reader
    ) throws -> Holder? {
        try reader.first(
            """
            select account_id, email_key
            from letter_token
            where hash = \(token.hash()) and purpose = \(purpose) and expires_at > \(now)
            """
        ) { try Holder(account: $0.text(0), emailKey: $0.text(1)) }
    }

    /// Takes all of an account's tokens for something: one was used, or what they were for is over.
    static func spend(_ purpose: Purpose, of account: String, in tx: Transaction) throws {
        try tx.run(
            """
            delete from letter_token
            where account_id = \(account) and purpose = \(purpose)
            """)
    }

    /// Makes them open nothing. They still count: whoever changes their address gets no more letters by
    /// it.
    static func expireAll(of account: String, in tx: Transaction) throws {
        try tx.run(
            """
            update letter_token
            set expires_at = \(tx.now)
            where account_id = \(account) and expires_at > \(tx.now)
            """)
    }

    static func deleteAll(of account: String, in tx: Transaction) throws {
        try tx.run("delete from letter_token where account_id = \(account)")
    }

    /// Takes a few away that are too old, whenever one is made. They count for an hour, whatever their
    /// own time is.
    private static func sweep(in tx: Transaction) throws {
        try tx.run(
            """
            delete from letter_token
            where hash in (
                select hash
                from letter_token
                where expires_at < \(tx.now) and created_at < \(tx.now - .seconds(3_600))
                limit 4
            )
            """)
    }
}
