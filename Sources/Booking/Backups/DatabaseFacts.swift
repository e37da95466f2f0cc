import Time

/// What a database holds, as far as one can tell without knowing its tables.
package struct DatabaseFacts: Equatable, Sendable {
    /// The number of its last migration.
    package let migration: Int
    /// The journal's last entry: its number, which is that of all entries, and when it was made.
    package let lastSeq: Int
    package let lastEntryAt: Instant?
    /// How many rows each table has, the journal among them.
    package let rows: [String: Int]
}
