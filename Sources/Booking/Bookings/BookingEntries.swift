/// The entries of bookings: each step that one takes.
enum BookingEntries {
    static let placed = EntryKind<BookingFacts>(
        "booking.placed", BookingFacts.schema, isFirst: true, isPlain: \.isPlain
    ) { facts, head, tables in
        try BookingStore.insert(facts, head, tables)
    }

    static let rescheduled = EntryKind<BookingTimes>("booking.rescheduled", BookingTimes.schema) {
        times, head, tables in
        try BookingStore.move(to: times, head, tables)
    }

    /// Something was said with it that stands beside the journal.
    static let changed = EntryKind<Nothing>("booking.changed", Nothing.schema) { _, head, tables in
        try BookingStore.touch(head, tables)
    }

    static let confirmed = step("booking.confirmed", to: .confirmed)
    static let completed = step("booking.completed", to: .completed)
    static let missed = step("booking.missed", to: .noShow)

    static let cancelled = EntryKind<BookingEnd>("booking.cancelled", BookingEnd.schema) {
        _, head, tables in
        try BookingStore.setState(.cancelled, head, tables)
    }

    static let deleted = EntryKind<Nothing>("booking.deleted", Nothing.schema) { _, head, tables in
        try BookingStore.delete(head, tables)
    }

    private static func step(_ name: String, to state: BookingState) -> EntryKind<Nothing> {
        EntryKind(name, Nothing.schema) { _, head, tables in
            try BookingStore.setState(state, head, tables)
        }
    }

    static let chapter = Chapter(
        "bookings",
        kinds: placed, rescheduled, changed, confirmed, completed, missed, cancelled, deleted,
        tables: [ReadTable("booking", key: "id")],
        invariants: [
            Invariant(
                "As many places are taken as bookings hold, and no more than there are",
                breaches: """
                    select number, taken, capacity
                    from occasion_places
                    where taken > capacity
                        or taken <> (
                            select coalesce(sum(seats), 0)
                            from booking
                            where booking.occasion = occasion_places.number and state <> 'cancelled'
                        )
                    """),
            Invariant(
                "No two live bookings of time overlap",
                breaches: """
                    select one.number, other.number
                    from booking as one
                    join booking as other
                        on other.kind = one.kind and other.service is one.service
                            and other.starts_at < one.claimed_until
                            and other.claimed_until > one.starts_at
                            and other.number <> one.number
                            and other.starts_at > one.starts_at - 259200000
                    where one.claimed_until is not null and other.claimed_until is not null
                        and one.state in ('pending', 'confirmed')
                        and other.state in ('pending', 'confirmed')
                    """),
            Invariant(
                "Nobody has two live bookings of one class or session",
                breaches: """
                    select occasion, user_id, count(*)
                    from booking
                    where kind in ('class', 'session') and state in ('pending', 'confirmed')
                    group by occasion, user_id
                    having count(*) > 1
                    """),
            Invariant(
                "What is cancelled has no live bookings",
                breaches: """
                    select booking.number
                    from booking
                    join occasion on occasion.number = booking.occasion
                    where occasion.status = 'cancelled'
                        and state in ('pending', 'confirmed')
                    """),
            Invariant(
                "A booking is when its occasion is",
                breaches: """
                    select booking.number
                    from booking
                    join occasion on occasion.number = booking.occasion
                    where booking.starts_at <> occasion.starts_at
                        or booking.ends_at is not occasion.ends_at
                    """),
        ])
}
