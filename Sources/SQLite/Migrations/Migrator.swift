import Glibc
import Time

/// Brings a database to the shape that the program expects, one migration after the other.
///
/// The database lists the migrations it has; that list is kept in the same transaction as each of them.
/// That no other process does the same at the same time is its caller's care.
package struct Migrator: Sendable {
    let migrations: [Migration]

    /// Takes all migrations of the program, in their order.
    package init(_ migrations: [Migration]) throws(MigrationError) {
        for (index, migration) in migrations.enumerated() {
            guard migration.number == index + 1 else {
                throw .outOfSequence(migration, expected: index + 1)
            }
            guard Migrator.isName(migration.name) else { throw .misnamed(migration) }
            for step in [MigrationStep.up(migration), .down(migration)] {
                guard !step.text.allSatisfy(\.isWhitespace) else { throw .blank(step) }
            }
        }
        self.migrations = migrations
    }

    /// Which migrations the database has, and which it lacks. Nothing is written.
    package func status(of connection: Connection) throws -> MigrationStatus {
        MigrationStatus(of: try applied(to: connection), among: migrations)
    }

    /// What `migrate` would do. Nothing is written.
    package func plan(for connection: Connection, to number: Int? = nil) throws -> MigrationPlan {
        try MigrationPlan(from: applied(to: connection), to: number, among: migrations)
    }

    /// Applies what is lacking up to a number, or takes back what is beyond it; what was done. Each step
    /// is in the database wholly or not at all; those before a failing one stay.
    @discardableResult
    package func migrate(
        _ connection: Connection, to number: Int? = nil, at now: Instant
    ) throws -> MigrationPlan {
        let plan = try plan(for: connection, to: number)
        guard !plan.steps.isEmpty else { return plan }
        // Dropping a table to make it anew would delete, by cascade, what refers to it; and within a
        // transaction this can't be switched (https://www.sqlite.org/foreignkeys.html sections 2 and 5).
        try connection.script("pragma foreign_keys = off")
        let steps = Result { for step in plan.steps { try take(step, on: connection, at: now) } }
        try connection.script("pragma foreign_keys = on")
        try steps.get()
        return plan
    }

    /// Refuses a file that is somebody else's before a connection that writes changes anything of it; a
    /// file that isn't there is nobody's.
    package static func refuseForeignFile(at path: String) throws {
        guard access(path, F_OK) == 0 else { return }
        _ = try Connection(path, .readOnly).read { try DatabaseOrigin($0) }
    }

    private func applied(to connection: Connection) throws -> [AppliedMigration] {
        try connection.read { reader in
            guard case .roost = try DatabaseOrigin(reader) else { return [] }
            return try MigrationTable.rows(reader)
        }
    }

    private func take(_ step: MigrationStep, on connection: Connection, at now: Instant) throws {
        do {
            try connection.transaction(at: now) { tx in
                try MigrationTable.makeIfMissing(tx)
                try tx.script(step.text)
                try checkReferences(tx, after: step)
                try MigrationTable.record(step, tx)
            }
        } catch let error as SQLiteError {
            throw MigrationError.failed(step, reason: error.description)
        }
    }

    private func checkReferences(_ reader: Reader, after step: MigrationStep) throws {
        let broken = try reader.first("pragma foreign_key_check") { row in
            "a row of \(try row.text(0)) refers to one of \(try row.text(2)) that isn't there"
        }
        if let broken { throw MigrationError.failed(step, reason: broken) }
    }

    private static func isName(_ name: String) -> Bool {
        !name.isEmpty
            && name.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"),
                    UInt8(ascii: "_"):
                    true
                default: false
                }
            }
    }
}
