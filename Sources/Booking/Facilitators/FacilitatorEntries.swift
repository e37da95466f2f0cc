enum FacilitatorEntries {
    /// Somebody leads sessions, or says something else of themselves: what, stands beside the journal.
    static let changed = EntryKind<Nothing>("facilitator.changed", Nothing.schema) {
        _, head, tables in
        try FacilitatorStore.put(head, tables)
    }

    static let chapter = Chapter(
        "facilitators", kinds: changed, tables: [ReadTable("facilitator", key: "account_id")])
}
