import SQLite

/// Proves that a database file which nobody uses is whole: its pages and indexes, its references, its
/// journal.
struct DatabaseProof {
    /// What the finding is told of: the path, unless people know the file by another name.
    private let name: String
    private let path: String
    private let migrator: Migrator

    /// As long as the largest database takes that one would keep in a file.
    private static let limit = Duration.seconds(86_400)

    init(of path: String, called name: String, _ migrator: Migrator) {
        self.path = path
        self.name = name
        self.migrator = migrator
    }

    /// Refuses the database of a newer version of this program, and one whose shape can't be told.
    func checkShape() throws {
        try finding { connection in
            _ = try migrator.plan(for: connection)
        }
    }

    /// What the database holds; throws when it isn't sound.
    func facts(while isWanted: () -> Bool = { true }) throws -> DatabaseFacts {
        try finding { connection in
            let migration = try lastMigration(of: connection)
            try connection.prepareToCountRows()
            return try connection.read(within: DatabaseProof.limit) { reader in
                guard isWanted() else { throw BackupError.stopped }
                try checkPages(reader)
                guard isWanted() else { throw BackupError.stopped }
                if let broken = try BrokenReference.first(reader) { throw unsound("\(broken)") }
                return try facts(reader, migration)
            }
        }
    }

    private func finding<Result>(_ body: (Connection) throws -> Result) throws -> Result {
        do {
            return try body(Connection(path, .immutable))
        } catch let error as SQLiteError {
            throw unsound(error.description)
        } catch MigrationError.notRoost(_, let reason) {
            throw unsound("it is not a database of Roost: \(reason)")
        } catch let error as MigrationError {
            throw unsound(error.description)
        }
    }

    private func unsound(_ finding: String) -> BackupError {
        .unsound(name, finding: finding)
    }

    private func lastMigration(of connection: Connection) throws -> Int {
        let rows = try migrator.status(of: connection).rows
        guard let last = rows.last(where: { $0.state != .pending }) else {
            throw unsound("it has none of the tables of Roost")
        }
        return last.number
    }

    /// The thorough check, indexes against tables, and not `quick_check`: five seconds instead of half
    /// a one for 500 MB, behind the read transaction, so that no writer feels it.
    private func checkPages(_ reader: Reader) throws {
        let finding = try reader.first("pragma integrity_check(1)") { try $0.text(0) }
        guard finding == "ok" else { throw unsound(finding ?? "it can't be checked") }
    }

    /// Entries are numbered from 1 without a gap, so the last number is their count.
    private func facts(_ reader: Reader, _ migration: Int) throws -> DatabaseFacts {
        let rows = try reader.rowCounts()
        let last = try reader.first(
            """
            select seq, at
            from journal
            order by seq desc
            limit 1
            """
        ) { (seq: try $0.integer(0), at: try $0.instant(1)) }
        guard rows["journal"] == last?.seq ?? 0 else {
            throw unsound("entries of its journal are missing")
        }
        return DatabaseFacts(
            migration: migration, lastSeq: last?.seq ?? 0, lastEntryAt: last?.at, rows: rows)
    }
}
