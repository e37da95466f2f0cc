import Time

/// Which migrations a database has, beside those that this program knows.
package struct MigrationStatus: Equatable, Sendable {
    package enum State: Equatable, Sendable {
        case pending
        case applied(Instant)
        /// Applied with another text than the program has.
        case edited(Instant)
        /// Applied by another version, which knew more.
        case unknown(Instant)
    }

    package struct Row: Equatable, Sendable {
        package let number: Int
        package let name: String
        package let state: State
    }

    /// By their numbers.
    package let rows: [Row]

    init(of applied: [AppliedMigration], among migrations: [Migration]) {
        let known = migrations.map { migration in
            let entry = applied.first { $0.isNamed(like: migration) }
            return Row(
                number: migration.number, name: migration.name,
                state: MigrationStatus.state(of: migration, entry))
        }
        let unknown = applied.filter { !migrations.contains(where: $0.isNamed(like:)) }.map {
            Row(number: $0.number, name: $0.name, state: .unknown($0.appliedAt))
        }
        rows = (known + unknown).sorted { $0.number < $1.number }
    }

    private static func state(of migration: Migration, _ entry: AppliedMigration?) -> State {
        guard let entry else { return .pending }
        return entry.checksum == migration.checksum
            ? .applied(entry.appliedAt) : .edited(entry.appliedAt)
    }

    /// A table for a terminal, one line each.
    package var lines: [String] {
        let labels = rows.map { Migration.label($0.number, $0.name) }
        let width = labels.map(\.count).max() ?? 0
        return zip(labels, rows).map { label, row in
            label + String(repeating: " ", count: width - label.count + 2) + row.state.text
        }
    }
}

extension MigrationStatus.State {
    fileprivate var text: String {
        switch self {
        case .pending: "pending"
        case .applied(let moment): "applied \(moment.rfc3339)"
        case .edited(let moment): "applied \(moment.rfc3339), edited since"
        case .unknown(let moment): "applied \(moment.rfc3339), unknown to this version of Roost"
        }
    }
}
