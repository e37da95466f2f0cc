import Booking
import JSON
import SQLite

extension Venue {
    struct Opened: Equatable, Sendable {
        let seats: Int
    }

    struct Claimed: Equatable, Sendable {
        let occasion: Int
        let person: Int
        let words: String
    }

    static let opened = EntryKind<Opened>(
        "occasion.opened",
        .object(Opened.init, Field("seats", \.seats, .integer(1...10_000), "How many there are."))
    ) { opened, head, tables in
        try tables.run(
            "insert into occasion (id, seats, taken) values (\(head.id), \(opened.seats), 0)")
    }

    static let claimed = EntryKind<Claimed>(
        "claim.placed",
        .object(
            Claimed.init,
            Field("occasion", \.occasion, .integer(0...10_000), "Where a seat is claimed."),
            Field("person", \.person, .integer(0...10_000), "By whom."),
            Field("words", \.words, .text(1...1_000), "What makes the entry long."))
    ) { claimed, head, tables in
        try tables.run("update occasion set taken = taken + 1 where id = \("\(claimed.occasion)")")
        try tables.run(
            """
            insert into claim (id, occasion, person, words)
            values (\(head.id), \("\(claimed.occasion)"), \(claimed.person), \(claimed.words))
            """)
    }

    static let chapter = Chapter(
        "venue", kinds: opened, claimed,
        tables: [ReadTable("occasion", key: "id"), ReadTable("claim", key: "id")],
        invariants: [
            Invariant(
                "Every claim has its entry",
                breaches: """
                    select id
                    from claim
                    where 'claim/' || id not in (select stream from journal)
                    """)
        ])

    static let tables = """
        create table occasion (
            id text not null,
            seats integer not null,
            taken integer not null,
            constraint occasion_key primary key (id),
            constraint occasion_has_seat check (taken between 0 and seats)
        ) strict;
        create table claim (
            id text not null,
            occasion text not null,
            person integer not null,
            words text not null,
            constraint claim_key primary key (id),
            constraint claim_occasion foreign key (occasion) references occasion (id)
        ) strict;
        create unique index claim_once on claim (occasion, person);
        """
}
