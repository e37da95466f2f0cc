import Time

/// A migration that a database says it has.
package struct AppliedMigration: Equatable, Sendable {
    package let number: Int
    package let name: String
    package let checksum: String
    package let appliedAt: Instant

    package var label: String { Migration.label(number, name) }

    /// Whether it is this one, as far as its name says; the text may have been edited since.
    func isNamed(like migration: Migration) -> Bool {
        number == migration.number && name == migration.name
    }
}
