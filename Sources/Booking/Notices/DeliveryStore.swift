import SQLite
import Time

/// The table of deliveries.
enum DeliveryStore {
    static func delivery(_ id: String, _ reader: Reader) throws -> Delivery? {
        try reader.first("select \(columns) from delivery where id = \(id)", delivery)
    }

    /// What is to be sent now, the longest due in front. Where order is kept, what waits for something
    /// earlier about the same isn't among it.
    static func due(
        _ lane: String, at now: Instant, keepingOrder: Bool, atMost limit: Int, _ reader: Reader
    ) throws -> [Delivery] {
        try reader.all(
            """
            select \(columns)
            from delivery
            where lane = \(lane) and state = 'pending' and next_attempt_at <= \(now)
            \(keepingOrder ? behindNothing : "")
            order by next_attempt_at, number
            limit \(limit)
            """, delivery)
    }

    private static let behindNothing: SQL = """
        and not exists (
            select 1
            from delivery as earlier
            where earlier.lane = delivery.lane and earlier.thread = delivery.thread
                and earlier.number < delivery.number and earlier.state = 'pending'
        )
        """

    /// The newest in front.
    static func deliveries(_ search: DeliverySearch, _ reader: Reader) throws -> [Delivery] {
        try reader.all(
            """
            select \(columns)
            from delivery
            where \(condition(of: search))
            order by number desc
            limit \(search.page.limit) offset \(search.page.offset)
            """, delivery)
    }

    static func count(_ search: DeliverySearch, _ reader: Reader) throws -> Int {
        try reader.count("select count(*) from delivery where \(condition(of: search))")
    }

    private static func condition(of search: DeliverySearch) -> SQL {
        var conditions: [SQL] = []
        if let state = search.state { conditions.append("state = \(state)") }
        if let channel = search.channel { conditions.append("channel = \(channel)") }
        if let lane = search.lane { conditions.append("lane = \(lane)") }
        if let booking = search.bookingID { conditions.append("booking_id = \(booking)") }
        return conditions.isEmpty ? "true" : SQL.joined(conditions, by: " and ")
    }

    static func isPending(_ number: Int, _ reader: Reader) throws -> Bool {
        try reader.first(
            "select 1 from delivery where number = \(number) and state = 'pending'"
        ) { _ in true } ?? false
    }

    /// When the next one is due, with those that wait for others.
    static func nextDue(_ lane: String, after now: Instant, _ reader: Reader) throws -> Instant? {
        try reader.first(
            """
            select next_attempt_at
            from delivery
            where lane = \(lane) and state = 'pending' and next_attempt_at > \(now)
            order by next_attempt_at
            limit 1
            """
        ) { try $0.instant(0) }
    }

    static func insert(
        _ plan: Plan, id: String, for channel: (name: String, lane: String),
        entry: (seq: Int, stream: String)?, in tx: Transaction
    ) throws {
        let subject = plan.bookingID.map { "booking/\($0)" } ?? entry?.stream
        let thread = subject.map { "\($0) \(plan.target)" }
        try tx.run(
            """
            insert into delivery (
                id, lane, channel, kind, target, seq, thread, booking_id, account_id, letter,
                state, attempts, next_attempt_at, created_at
            )
            values (
                \(id), \(channel.lane), \(channel.name), \(plan.kind), \(plan.target),
                \(entry?.seq), \(thread), \(plan.bookingID), \(plan.account),
                \(plan.letter), 'pending', 0, \(tx.now), \(tx.now)
            )
            """)
    }

    /// What was told is told, and what was given up waits for somebody. Neither is kept closed any longer.
    static func end(
        _ number: Int, as state: DeliveryState, after attempts: Int, first: Instant,
        reason: String?, in tx: Transaction
    ) throws {
        try tx.run(
            """
            update delivery
            set
                state = \(state), attempts = \(attempts), first_attempt_at = \(first),
                next_attempt_at = null, last_error = \(reason), done_at = \(tx.now),
                letter = case when \(state) = 'dead' then letter end
            where number = \(number) and state = 'pending'
            """)
    }

    static func postpone(
        _ number: Int, to next: Instant, after attempts: Int, first: Instant, reason: String,
        in tx: Transaction
    ) throws {
        try tx.run(
            """
            update delivery
            set
                attempts = \(attempts), first_attempt_at = \(first), next_attempt_at = \(next),
                last_error = \(reason)
            where number = \(number) and state = 'pending'
            """)
    }

    /// Has it tried at once, as if it had never been before.
    static func restart(_ number: Int, in tx: Transaction) throws {
        try tx.run(
            """
            update delivery
            set
                state = 'pending', first_attempt_at = null, next_attempt_at = \(tx.now),
                done_at = null
            where number = \(number) and state <> 'delivered'
            """)
    }

    static func delete(_ number: Int, in tx: Transaction) throws {
        try tx.run("delete from delivery where number = \(number)")
    }

    /// What waits and what was done for a receiver that is no more.
    static func deleteAll(of lane: String, in tx: Transaction) throws {
        try tx.run("delete from delivery where lane = \(lane)")
    }

    static func deleteAll(about account: String, in tx: Transaction) throws {
        try tx.run("delete from delivery where account_id = \(account)")
    }

    /// Gives up all that waits in a lane.
    static func bury(_ lane: String, reason: String, in tx: Transaction) throws {
        try tx.run(
            """
            update delivery
            set
                state = 'dead', next_attempt_at = null, last_error = \(reason),
                done_at = \(tx.now)
            where lane = \(lane) and state = 'pending'
            """)
    }

    /// Deletes a few of those that were done with before a moment; how many.
    static func sweep(
        _ state: DeliveryState, doneBefore moment: Instant, atMost limit: Int, in tx: Transaction
    ) throws -> Int {
        try tx.run(
            """
            delete from delivery
            where number in (
                select number
                from delivery
                where state = \(state) and done_at < \(moment)
                order by done_at
                limit \(limit)
            )
            """)
    }

    /// How many of a channel wait or were given up.
    struct OpenCount {
        let channel: String
        let state: String
        let count: Int
        let oldest: Instant
    }

    static func openCounts(_ reader: Reader) throws -> [OpenCount] {
        try reader.all(
            """
            select channel, state, count(*), min(created_at)
            from delivery
            where state in ('pending', 'dead')
            group by channel, state
            """
        ) { row in
            OpenCount(
                channel: try row.text(0), state: try row.text(1), count: try row.integer(2),
                oldest: try row.instant(3))
        }
    }

    static let columns: SQL = """
        number, id, lane, channel, kind, target, seq, booking_id, letter, state, attempts,
        first_attempt_at, next_attempt_at, last_error, created_at
        """

    static func delivery(_ row: borrowing Row) throws -> Delivery {
        Delivery(
            number: try row.integer(0), id: try row.text(1), lane: try row.text(2),
            channel: try row.text(3), kind: try row.text(4), target: try row.text(5),
            seq: try row.integerIfAny(6), bookingID: try row.textIfAny(7),
            letter: try row.bytesIfAny(8),
            state: DeliveryState(rawValue: try row.text(9)) ?? .dead,
            attempts: try row.integer(10), firstAttempt: try row.instantIfAny(11),
            nextAttempt: try row.instantIfAny(12), lastError: try row.textIfAny(13),
            createdAt: try row.instant(14))
    }
}
