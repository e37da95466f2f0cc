import SQLite
import Time

/// The table of bookings, as entries make it.
enum BookingStore {
    /// The claim itself: the places are counted as taken, in the same breath.
    ///
    /// What fails here has changed nothing yet; with `abort` SQLite would copy each page first, to be sure.
    static func insert(_ facts: BookingFacts, _ head: EntryHead, _ tables: ReadTables) throws {
        let occasion = try occasion(of: facts, tables)
        try tables.run(
            """
            insert or fail into booking (
                number, id, kind, state, user_id, occasion, service, seats, starts_at, ends_at,
                claimed_until, price, currency, created_at, updated_at, version
            )
            values (
                \(head.seq), \(head.id), \(facts.kind), \(facts.state), \(facts.user),
                \(occasion), \(service(of: facts)), \(facts.seats),
                \(facts.times.start), \(facts.times.end), \(facts.times.claimedUntil),
                \(facts.price), \(facts.currency), \(head.at), \(head.at), \(head.version)
            )
            """)
        if facts.state.holdsPlaces, let occasion {
            try OccasionStore.take(facts.seats, of: occasion, tables)
        }
    }

    private static func occasion(of facts: BookingFacts, _ tables: ReadTables) throws -> Int? {
        guard facts.kind.occasion != nil, let item = facts.item else { return nil }
        return try OccasionStore.number(of: item, tables)
    }

    private static func service(of facts: BookingFacts) -> SQL {
        guard facts.kind == .service else { return "null" }
        return "(select number from service where id = \(facts.item))"
    }

    static func move(to times: BookingTimes, _ head: EntryHead, _ tables: ReadTables) throws {
        try tables.run(
            """
            update booking
            set
                starts_at = \(times.start), ends_at = \(times.end),
                claimed_until = \(times.claimedUntil), updated_at = \(head.at),
                version = \(head.version)
            where id = \(head.id)
            """)
    }

    static func touch(_ head: EntryHead, _ tables: ReadTables) throws {
        try tables.run(
            """
            update booking
            set updated_at = \(head.at), version = \(head.version)
            where id = \(head.id)
            """)
    }

    /// What is cancelled gives its places back.
    static func setState(
        _ state: BookingState, _ head: EntryHead, _ tables: ReadTables
    ) throws {
        if !state.holdsPlaces { try free(head, tables) }
        try tables.run(
            """
            update booking
            set state = \(state), updated_at = \(head.at), version = \(head.version)
            where id = \(head.id)
            """)
    }

    /// The row goes; the journal tells of it for ever.
    static func delete(_ head: EntryHead, _ tables: ReadTables) throws {
        try free(head, tables)
        try tables.run("delete from booking where id = \(head.id)")
    }

    /// Gives back the places that a booking holds.
    private static func free(_ head: EntryHead, _ tables: ReadTables) throws {
        let held = try tables.first(
            """
            select occasion, seats
            from booking
            where id = \(head.id) and occasion is not null and state <> 'cancelled'
            """
        ) { (occasion: try $0.integer(0), seats: try $0.integer(1)) }
        guard let held else { return }
        try OccasionStore.take(-held.seats, of: held.occasion, tables)
    }

    // MARK: Reading

    static func booking(_ id: String, _ reader: Reader) throws -> Booking? {
        try reader.first("select \(columns) from booking where id = \(id)") {
            try booking($0)
        }
    }

    static let columns: SQL = """
        booking.number, booking.id, booking.kind, booking.state, booking.user_id, booking.seats,
        booking.starts_at, booking.ends_at, booking.claimed_until, booking.price,
        booking.currency, booking.created_at, booking.updated_at, booking.version
        """
    static let columnCount = 14

    static func booking(_ row: borrowing Row) throws -> Booking {
        Booking(
            id: try row.text(1), number: try row.integer(0),
            kind: BookingKind(rawValue: try row.text(2)) ?? .slot,
            // What can't be read can't be used.
            state: BookingState(rawValue: try row.text(3)) ?? .cancelled,
            user: try row.text(4), seats: try row.integer(5),
            times: BookingTimes(
                start: try row.instant(6), end: try row.instantIfAny(7),
                claimedUntil: try row.instantIfAny(8)),
            price: try row.integer(9), currency: try row.text(10),
            createdAt: try row.instant(11), updatedAt: try row.instant(12),
            version: try row.integer(13))
    }

    /// Whether somebody has a live booking of a class or session, which begins when that does.
    static func isBooked(_ occasion: Occasion, by user: String, _ reader: Reader) throws -> Bool {
        try reader.first(
            """
            select 1
            from booking
            where user_id = \(user) and starts_at = \(occasion.facts.startsAt)
                and occasion = \(occasion.number) and state in ('pending', 'confirmed')
            """
        ) { _ in true } ?? false
    }
}
