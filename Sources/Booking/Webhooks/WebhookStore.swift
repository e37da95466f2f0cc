import SQLite
import Time

/// The table of webhooks.
enum WebhookStore {
    static func insert(_ webhook: Webhook, in tx: Transaction) throws {
        let secrets = webhook.secrets
        try tx.run(
            """
            insert into webhook (
                id, url, kinds, description, is_ordered, is_active, reason, sealed_secret,
                sealed_previous, previous_until, created_at, updated_at, version
            )
            values (
                \(webhook.id), \(webhook.url), \(text(of: webhook.kinds)),
                \(webhook.description), \(webhook.isOrdered), \(webhook.isActive),
                \(webhook.reason), \(secrets.current), \(secrets.previous),
                \(secrets.previousUntil), \(webhook.createdAt), \(webhook.updatedAt),
                \(webhook.version)
            )
            """)
    }

    static func update(_ webhook: Webhook, in tx: Transaction) throws {
        try tx.run(
            """
            update webhook
            set
                url = \(webhook.url), kinds = \(text(of: webhook.kinds)),
                description = \(webhook.description), is_ordered = \(webhook.isOrdered),
                is_active = \(webhook.isActive), reason = \(webhook.reason),
                updated_at = \(webhook.updatedAt), version = \(webhook.version)
            where id = \(webhook.id)
            """)
        try update(webhook.secrets, of: webhook.id, in: tx)
    }

    static func update(
        _ secrets: Webhook.SealedSecrets, of id: String, in tx: Transaction
    ) throws {
        try tx.run(
            """
            update webhook
            set
                sealed_secret = \(secrets.current), sealed_previous = \(secrets.previous),
                previous_until = \(secrets.previousUntil)
            where id = \(id)
            """)
    }

    static func delete(_ id: String, in tx: Transaction) throws {
        try tx.run("delete from webhook where id = \(id)")
    }

    static func webhook(_ id: String, _ reader: Reader) throws -> Webhook? {
        try reader.first("select \(columns) from webhook where id = \(id)", webhook)
    }

    /// All of them, the oldest in front: they are few.
    static func all(_ reader: Reader) throws -> [Webhook] {
        try reader.all("select \(columns) from webhook order by id", webhook)
    }

    static func count(_ reader: Reader) throws -> Int {
        try reader.count("select count(*) from webhook")
    }

    // MARK: What messages are made of

    /// The payload of an entry.
    static func entry(
        of stream: String, version: Int, _ reader: Reader
    ) throws -> [UInt8]? {
        try JournalStore.entry(version, of: stream, reader).map { Array($0.data.utf8) }
    }

    static func owner(ofBooking id: String, _ reader: Reader) throws -> String? {
        try reader.first("select user_id from booking where id = \(id)") { try $0.text(0) }
    }

    static func author(ofReview id: String, _ reader: Reader) throws -> String? {
        try reader.first("select user_id from review where id = \(id)") { try $0.text(0) }
    }

    /// A service, be it deleted by now.
    static func service(_ id: String, _ reader: Reader) throws -> Service? {
        try reader.first(
            "select \(ServiceStore.columns) from service where id = \(id)", ServiceStore.service)
    }

    private static let columns: SQL = """
        id, url, kinds, description, is_ordered, is_active, reason, sealed_secret, sealed_previous,
        previous_until, created_at, updated_at, version
        """

    private static func webhook(_ row: borrowing Row) throws -> Webhook {
        Webhook(
            id: try row.text(0), url: try row.text(1),
            kinds: try row.text(2).split(separator: " ").map(String.init),
            description: try row.textIfAny(3), isOrdered: try row.boolean(4),
            isActive: try row.boolean(5), reason: try row.textIfAny(6),
            secrets: Webhook.SealedSecrets(
                current: try row.bytes(7), previous: try row.bytesIfAny(8),
                previousUntil: try row.instantIfAny(9)),
            createdAt: try row.instant(10), updatedAt: try row.instant(11),
            version: try row.integer(12))
    }

    private static func text(of kinds: [String]) -> String { kinds.joined(separator: " ") }
}
