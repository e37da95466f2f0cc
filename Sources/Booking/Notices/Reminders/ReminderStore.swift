import SQLite
import Time

/// The table of reminders.
enum ReminderStore {
    struct Due: Sendable {
        let number: Int
        let id: String
        let user: String
        let start: Instant
    }

    /// What is still to take place and begins soon, was booked earlier than that, and of which nobody was
    /// reminded.
    static func due(
        at now: Instant, before lead: Duration, atMost limit: Int, _ reader: Reader
    ) throws -> [Due] {
        try reader.all(
            """
            select number, id, user_id, starts_at
            from booking
            where starts_at > \(now) and starts_at <= \(now + lead)
                and state in ('pending', 'confirmed')
                and created_at < starts_at - \(lead.milliseconds)
                and not exists (
                    select 1
                    from reminder
                    where reminder.booking = booking.number
                        and reminder.starts_at = booking.starts_at
                )
            order by starts_at, number
            limit \(limit)
            """
        ) { row in
            Due(
                number: try row.integer(0), id: try row.text(1), user: try row.text(2),
                start: try row.instant(3))
        }
    }

    /// Whether it was not there yet.
    static func insert(_ due: Due, in tx: Transaction) throws -> Bool {
        let rows = try tx.run(
            """
            insert into reminder (booking, starts_at)
            values (\(due.number), \(due.start))
            on conflict (booking, starts_at) do nothing
            """)
        return rows == 1
    }

    static func sweep(before moment: Instant, in tx: Transaction) throws {
        try tx.run("delete from reminder where starts_at < \(moment)")
    }
}
