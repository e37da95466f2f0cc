/// The steps that take a database from the migrations it has to those it should have.
package struct MigrationPlan: Equatable, Sendable {
    package let steps: [MigrationStep]
    /// The last migration that the database has afterwards; nil when it has none.
    package let end: Migration?

    /// Plans the way to a number, the last one when none is given, 0 for none at all.
    init(
        from applied: [AppliedMigration], to number: Int?, among migrations: [Migration]
    ) throws(MigrationError) {
        try MigrationPlan.check(applied, among: migrations)
        let target = number ?? migrations.count
        guard (0...migrations.count).contains(target) else {
            throw .noSuchNumber(target, last: migrations.count)
        }
        let up = migrations.dropFirst(applied.count).prefix(max(0, target - applied.count))
        let down = migrations.prefix(applied.count).dropFirst(target).reversed()
        steps = up.map { .up($0) } + down.map { .down($0) }
        end = migrations.prefix(target).last
    }

    /// Whether a step takes something back, and with it the data that only it has a place for.
    package var losesData: Bool {
        steps.contains {
            if case .down = $0 { true } else { false }
        }
    }

    /// What a database has must be the beginning of what this program knows: else nobody can tell
    /// which shape it has.
    private static func check(
        _ applied: [AppliedMigration], among migrations: [Migration]
    ) throws(MigrationError) {
        for entry in applied where !migrations.contains(where: entry.isNamed(like:)) {
            throw .unknown(entry)
        }
        for (migration, entry) in zip(migrations, applied) {
            guard entry.number == migration.number else { throw .skipped(migration, by: entry) }
            guard entry.checksum == migration.checksum else { throw .edited(migration) }
        }
    }
}
