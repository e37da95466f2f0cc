import SQLite
import Time

/// The table of occasions, with their texts and counts.
enum OccasionStore {
    // MARK: What entries make

    static func insert(
        _ facts: OccasionFacts, _ kind: OccasionKind, _ head: EntryHead, _ tables: ReadTables
    ) throws {
        try tables.run(
            """
            insert into occasion (
                number, id, kind, host_id, title, description, location, category, starts_at,
                ends_at, timezone, local_date, local_time, tzdata, price, currency, status,
                created_at, updated_at, version
            )
            values (
                \(head.seq), \(head.id), \(kind), \(facts.host), \(facts.title),
                \(facts.description), \(facts.location), \(facts.category), \(facts.startsAt),
                \(facts.endsAt), \(facts.timezone), \(facts.localDate.iso8601),
                \(facts.localTime.text), \(facts.tzdata), \(facts.price), \(facts.currency),
                \(facts.status), \(head.at), \(head.at), \(head.version)
            )
            """)
        try tables.run(
            """
            insert into occasion_places (number, capacity, taken)
            values (\(head.seq), \(facts.capacity), 0)
            """)
        try tables.run(
            """
            insert into occasion_text (rowid, number, title, description, location)
            values (
                \(head.seq), \(head.seq), \(facts.title), \(facts.description ?? ""),
                \(facts.location ?? "")
            )
            """)
        try OccasionCounts.add(1, kind, facts.status, at: facts.startsAt, tables)
    }

    static func update(
        _ facts: OccasionFacts, _ kind: OccasionKind, _ head: EntryHead, _ tables: ReadTables
    ) throws {
        let before = try tables.first(
            "select \(columns) from \(self.tables) where occasion.id = \(head.id)", occasion)
        guard let before else { return }
        try tables.run(
            """
            update occasion
            set
                host_id = \(facts.host), title = \(facts.title),
                description = \(facts.description), location = \(facts.location),
                category = \(facts.category), starts_at = \(facts.startsAt),
                ends_at = \(facts.endsAt), timezone = \(facts.timezone),
                local_date = \(facts.localDate.iso8601), local_time = \(facts.localTime.text),
                tzdata = \(facts.tzdata), price = \(facts.price), currency = \(facts.currency),
                status = \(facts.status), updated_at = \(head.at), version = \(head.version)
            where number = \(before.number)
            """)
        try resize(to: facts.capacity, before, tables)
        try retell(facts, insteadOf: before, tables)
        try recount(facts, insteadOf: before, tables)
    }

    private static func resize(
        to capacity: Int, _ before: Occasion, _ tables: ReadTables
    ) throws {
        guard capacity != before.facts.capacity else { return }
        try tables.run(
            """
            update occasion_places set capacity = \(capacity) where number = \(before.number)
            """)
    }

    private static func retell(
        _ facts: OccasionFacts, insteadOf before: Occasion, _ tables: ReadTables
    ) throws {
        let old = before.facts
        guard
            facts.title != old.title || facts.description != old.description
                || facts.location != old.location
        else { return }
        try tables.run(
            """
            update occasion_text
            set
                title = \(facts.title), description = \(facts.description ?? ""),
                location = \(facts.location ?? "")
            where rowid = \(before.number)
            """)
    }

    private static func recount(
        _ facts: OccasionFacts, insteadOf before: Occasion, _ tables: ReadTables
    ) throws {
        let old = before.facts
        guard facts.status != old.status || facts.startsAt != old.startsAt else { return }
        try OccasionCounts.add(-1, before.kind, old.status, at: old.startsAt, tables)
        try OccasionCounts.add(1, before.kind, facts.status, at: facts.startsAt, tables)
    }

    /// Counts places of an occasion as booked, or as free again where they are fewer than none.
    static func take(_ places: Int, of number: Int, _ tables: ReadTables) throws {
        try tables.run(
            "update occasion_places set taken = taken + \(places) where number = \(number)")
    }

    // MARK: Reading

    static func occasion(
        _ id: String, _ kind: OccasionKind, _ reader: Reader
    ) throws -> Occasion? {
        try reader.first(
            """
            select \(columns)
            from \(tables)
            where occasion.id = \(id) and occasion.kind = \(kind)
            """, occasion)
    }

    static func occasion(numbered number: Int, _ reader: Reader) throws -> Occasion? {
        try reader.first(
            "select \(columns) from \(tables) where occasion.number = \(number)", occasion)
    }

    /// The same, where it is about to be booked: what it is others have looked at just before, and only its places are
    /// looked at anew.
    static func occasion(
        toBook id: String, _ kind: OccasionKind, _ tx: Transaction
    ) throws -> Occasion? {
        guard var occasion = try tx.remembered(known, id), occasion.kind == kind else {
            return nil
        }
        let places = try tx.first(
            "select capacity, taken from occasion_places where number = \(occasion.number)"
        ) { (capacity: try $0.integer(0), taken: try $0.integer(1)) }
        guard let places else { return nil }
        occasion.facts.capacity = places.capacity
        occasion.taken = places.taken
        return occasion
    }

    /// Its number, for a table that refers to it.
    static func number(of id: String, _ tables: ReadTables) throws -> Int? {
        try tables.remembered(known, id)?.number
    }

    /// Occasions by their ids, as a transaction that writes remembers them: how many places there are and were taken
    /// then says nothing of now, as that is in another table.
    private static let known = RememberedRows<Occasion>(
        of: "occasion",
        question: { "select \(columns) from \(tables) where occasion.id = \($0)" },
        read: occasion)

    /// Places are in a table of their own, since bookings change nothing else.
    static let tables: SQL = """
        occasion join occasion_places on occasion_places.number = occasion.number
        """

    static let columns: SQL = """
        occasion.number, occasion.id, occasion.kind, occasion.host_id, occasion.title,
        occasion.description, occasion.location, occasion.category, occasion.starts_at,
        occasion.ends_at, occasion.timezone, occasion.local_date, occasion.local_time,
        occasion.tzdata, occasion_places.capacity, occasion_places.taken, occasion.price,
        occasion.currency, occasion.status, occasion.created_at, occasion.updated_at,
        occasion.version
        """

    static func occasion(_ row: borrowing Row) throws -> Occasion {
        Occasion(
            id: try row.text(1), number: try row.integer(0),
            kind: OccasionKind(rawValue: try row.text(2)) ?? .class, facts: try facts(row),
            taken: try row.integer(15), createdAt: try row.instant(19),
            updatedAt: try row.instant(20), version: try row.integer(21))
    }

    private static func facts(_ row: borrowing Row) throws -> OccasionFacts {
        OccasionFacts(
            host: try row.textIfAny(3), title: try row.text(4),
            description: try row.textIfAny(5), location: try row.textIfAny(6),
            category: try row.textIfAny(7), startsAt: try row.instant(8),
            endsAt: try row.instantIfAny(9), timezone: try row.text(10),
            localDate: CivilDate(iso8601: try row.text(11)) ?? CivilDate(daysSince1970: 0),
            localTime: TimeOfDay(try row.text(12)) ?? .midnight, tzdata: try row.textIfAny(13),
            capacity: try row.integer(14), price: try row.integer(16),
            currency: try row.text(17),
            // What can't be read can't be booked.
            status: Occasion.Status(rawValue: try row.text(18)) ?? .cancelled)
    }
}
