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
        package let occasion: String
        package let person: String

        package init(occasion: String, person: String) {
            self.occasion = occasion
            self.person = person
        }
    }

    package struct Released: Equatable, Sendable {
        package let occasion: String

        package init(occasion: String) {
            self.occasion = occasion
        }
    }

    package static let opened = EntryKind<Opened>(
        "occasion.opened",
        .object(
            Opened.init,
            Field("capacity", \.capacity, .integer(1...10_000), "How many places there are."))
    ) { opened, head, tables in
        try tables.run(
            """
            insert into occasion (id, capacity, taken, opened_at)
            values (\(head.id), \(opened.capacity), 0, \(head.at))
            """)
    }

    package static let placed = EntryKind<Placed>(
        "claim.placed",
        .object(
            Placed.init,
            Field("occasion", \.occasion, .uuid, "What a place of is claimed."),
            Field("person", \.person, .uuid, "Whose place it is."))
    ) { placed, head, tables in
        try tables.run(
            """
            insert into claim (id, occasion_id, person_id, state, placed_at)
            values (\(head.id), \(placed.occasion), \(placed.person), 'live', \(head.at))
            """)
        try tables.run("update occasion set taken = taken + 1 where id = \(placed.occasion)")
    }

    package static let released = EntryKind<Released>(
        "claim.released",
        .object(
            Released.init, Field("occasion", \.occasion, .uuid, "Whose place becomes free."))
    ) { released, head, tables in
        try tables.run(
            "update claim set state = 'released', released_at = \(head.at) where id = \(head.id)")
        try tables.run("update occasion set taken = taken - 1 where id = \(released.occasion)")
    }

    /// What the studio has in the journal.
    package static let chapter = Chapter(
        "studio", kinds: opened, placed, released,
        tables: [ReadTable("occasion", key: "id"), ReadTable("claim", key: "id")],
        invariants: [
            Invariant(
                "As many places are taken as there are live claims",
                breaches: """
                    select occasion.id, occasion.taken
                    from occasion
                    where taken <> (
                        select count(*)
                        from claim
                        where claim.occasion_id = occasion.id and claim.state = 'live'
                    )
                    """),
            Invariant(
                "Nobody has two live claims on one occasion",
                breaches: """
                    select occasion_id, person_id
                    from claim
                    where state = 'live'
                    group by occasion_id, person_id
                    having count(*) > 1
                    """),
        ])
}
