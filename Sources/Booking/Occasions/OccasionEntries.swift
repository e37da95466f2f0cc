/// The entries of classes, sessions and events: the same things happen to all three.
enum OccasionEntries {
    static func created(_ kind: OccasionKind) -> EntryKind<OccasionFacts> {
        EntryKind("\(kind.rawValue).created", OccasionFacts.schema) { facts, head, tables in
            try OccasionStore.insert(facts, kind, head, tables)
        }
    }

    static func changed(_ kind: OccasionKind) -> EntryKind<OccasionFacts> {
        EntryKind("\(kind.rawValue).changed", OccasionFacts.schema) { facts, head, tables in
            try OccasionStore.update(facts, kind, head, tables)
        }
    }

    /// It tells what was cancelled, for those who are told of it.
    static func cancelled(_ kind: OccasionKind) -> EntryKind<OccasionFacts> {
        EntryKind("\(kind.rawValue).cancelled", OccasionFacts.schema) { facts, head, tables in
            try OccasionStore.update(facts, kind, head, tables)
        }
    }

    static let chapter = Chapter(
        "occasions",
        kinds: created(.class), changed(.class), cancelled(.class), created(.session),
        changed(.session), cancelled(.session), created(.event), changed(.event),
        cancelled(.event),
        tables: [
            ReadTable("occasion", key: "id"),
            ReadTable("occasion_places", key: "number"),
            ReadTable("occasion_count", key: "kind", "status", "shift", "span"),
            ReadTable("occasion_text", key: "number"),
        ],
        invariants: [
            Invariant(
                "As many occasions are counted in each span of time as begin in it",
                breaches: """
                    select kind, status, shift, span, number
                    from occasion_count
                    where number <> (
                        select count(*)
                        from occasion
                        where occasion.kind = occasion_count.kind
                            and occasion.status = occasion_count.status
                            and starts_at >= span << shift
                            and starts_at < (span + 1) << shift
                    )
                    """)
        ])
}
