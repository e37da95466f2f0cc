/// One migration, one way.
package enum MigrationStep: Equatable, Sendable {
    case up(Migration)
    case down(Migration)

    var migration: Migration {
        switch self {
        case .up(let migration), .down(let migration): migration
        }
    }

    var text: String {
        switch self {
        case .up(let migration): migration.up
        case .down(let migration): migration.down
        }
    }
}
