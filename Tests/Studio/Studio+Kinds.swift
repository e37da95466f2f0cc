import Booking
import JSON

extension Studio {
    package struct Opened: Equatable, Sendable {
        package let capacity: Int

        package init(capacity: Int) {
            self.capacity = capacity
        }
    }

    package struct Placed: Equatable, Sendable {
        package let sitting: String
        package let person: String

        package init(sitting: String, person: String) {
            self.sitting = sitting
            self.person = person
        }
    }

    package struct Released: Equatable, Sendable {
        package let sitting: String

        package init(sitting: String) {
            self.sitting = sitting
        }
    }

    package static let opened = EntryKind<Opened>(
        "sitting.opened",
        .object(
            Opened.init,
            Field("capacity", \.capacity, .integer(1...10_000), "How many places there are."))
    ) { opened, head, tables in
        try tables.run(
            """
            insert into sitting (id, capacity, taken, opened_at)
            values (\(head.id), \(opened.capacity), 0, \(head.at))
            """)
    }

    package static let placed = EntryKind<Placed>(
        "claim.placed",
        .object(
            Placed.init,
            Field("sitting", \.sitting, .uuid, "What a place of is claimed."),
            Field("person", \.person, .uuid, "Whose place it is."))
    ) { placed, head, tables in
        try tables.run(
            """
            insert into claim (id, sitting_id, person_id, state, placed_at)
            values (\(head.id), \(placed.sitting), \(placed.person), 'live', \(head.at))
            """)
        try tables.run("update sitting set taken = taken + 1 where id = \(placed.sitting)")
    }

    package static let released = EntryKind<Released>(
        "claim.released",
        .object(
            Released.init, Field("sitting", \.sitting, .uuid, "Whose place becomes free."))
    ) { released, head, tables in
        try tables.run(
            "update claim set state = 'released', released_at = \(head.at) where id = \(head.id)")
        try tables.run("update sitting set taken = taken - 1 where id = \(released.sitting)")
    }

    /// What the studio has in the journal.
    package static let chapter = Chapter(
        "studio", kinds: opened, placed, released,
        tables: [ReadTable("sitting", key: "id"), ReadTable("claim", key: "id")],
        invariants: [
            Invariant(
                "As many places are taken as there are live claims",
                breaches: """
                    select sitting.id, sitting.taken
                    from sitting
                    where taken <> (
                        select count(*)
                        from claim
                        where claim.sitting_id = sitting.id and claim.state = 'live'
                    )
                    """),
            Invariant(
                "Nobody has two live claims on one sitting",
                breaches: """
                    select sitting_id, person_id
                    from claim
                    where state = 'live'
                    group by sitting_id, person_id
                    having count(*) > 1
                    """),
        ])
}
