enum ServiceEntries {
    static let created = EntryKind<ServiceFacts>("service.created", ServiceFacts.schema) {
        facts, head, tables in
        try ServiceStore.insert(facts, head, tables)
    }

    static let changed = EntryKind<ServiceFacts>("service.changed", ServiceFacts.schema) {
        facts, head, tables in
        try ServiceStore.update(facts, head, tables)
    }

    /// It tells what the service was, for those who are told of it and can't look it up any more.
    static let deleted = EntryKind<ServiceFacts>("service.deleted", ServiceFacts.schema) {
        _, head, tables in
        try ServiceStore.setDeleted(head, tables)
    }

    static let chapter = Chapter(
        "services", kinds: created, changed, deleted,
        tables: [
            ReadTable("service", key: "id"), ReadTable("service_count", key: "status"),
            ReadTable("service_text", key: "number"),
        ],
        invariants: [
            Invariant(
                "As many services are counted as there are",
                breaches: """
                    select status, number
                    from service_count
                    where number <> (
                        select count(*)
                        from service
                        where service.status = service_count.status
                    )
                    """)
        ])
}
