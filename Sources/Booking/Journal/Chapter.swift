/// What one feature has in the journal: its kinds of entries, the tables that they make, and what must
/// always hold of these.
package struct Chapter: Sendable {
    let name: String
    let kinds: [ReplayableKind]
    /// A table comes behind those that it refers to.
    let tables: [ReadTable]
    let invariants: [Invariant]

    package init<each Payload>(
        _ name: String, kinds: repeat EntryKind<each Payload>, tables: [ReadTable],
        invariants: [Invariant] = []
    ) {
        var replayable: [ReplayableKind] = []
        for kind in repeat each kinds { replayable.append(ReplayableKind(kind)) }
        self.name = name
        self.kinds = replayable
        self.tables = tables
        self.invariants = invariants
    }
}
