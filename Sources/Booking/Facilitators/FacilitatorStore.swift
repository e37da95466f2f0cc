import SQLite
import Web

/// The table of facilitators.
enum FacilitatorStore {
    static func put(_ head: EntryHead, _ tables: ReadTables) throws {
        try tables.run(
            """
            insert into facilitator (account_id, created_at, updated_at, version)
            values (\(head.id), \(head.at), \(head.at), \(head.version))
            on conflict (account_id) do update
            set updated_at = excluded.updated_at, version = excluded.version
            """)
    }

    /// Whether somebody has a facilitator's profile.
    static func exists(_ account: String, _ reader: Reader) throws -> Bool {
        try reader.first("select 1 from facilitator where account_id = \(account)") { _ in true }
            ?? false
    }

    /// One who is active: who is suspended or gone leads nothing.
    static func facilitator(_ account: String, _ reader: Reader) throws -> Facilitator? {
        try reader.first(
            """
            select \(columns)
            from facilitator
            \(joins) and facilitator.account_id = \(account)
            """, facilitator)
    }

    static func all(_ page: Page, _ reader: Reader) throws -> [Facilitator] {
        try reader.all(
            """
            select \(columns)
            from facilitator
            \(joins)
            order by facilitator.account_id
            limit \(page.limit) offset \(page.offset)
            """, facilitator)
    }

    static func count(_ reader: Reader) throws -> Int {
        try reader.count(
            """
            select count(*)
            from facilitator
            cross join account
            where account.id = facilitator.account_id and account.status = 'active'
            """)
    }

    private static let columns: SQL = """
        facilitator.account_id, name, bio, specialization, facilitator.created_at,
        max(facilitator.updated_at, account.updated_at), facilitator.version + account.version,
        (
            select coalesce(sum(number), 0)
            from rating_count
            where kind = 'facilitator' and rated_id = facilitator.account_id
        ),
        (
            select coalesce(sum(number * rating), 0)
            from rating_count
            where kind = 'facilitator' and rated_id = facilitator.account_id
        )
        """

    /// Few are facilitators of many who have accounts, so the search begins with them: SQLite keeps the
    /// order of a cross join (https://www.sqlite.org/lang_select.html section 3).
    private static let joins: SQL = """
        cross join account
        cross join profile
        where account.id = facilitator.account_id and account.status = 'active'
            and profile.account_id = facilitator.account_id
        """

    private static func facilitator(_ row: borrowing Row) throws -> Facilitator {
        Facilitator(
            id: try row.text(0), name: try row.text(1), bio: try row.textIfAny(2),
            specialization: try row.textIfAny(3), createdAt: try row.instant(4),
            updatedAt: try row.instant(5), version: try row.integer(6),
            ratingCount: try row.integer(7), ratingSum: try row.integer(8))
    }
}
