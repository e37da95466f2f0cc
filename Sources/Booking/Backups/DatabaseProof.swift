import SQLite

/// Proves that a database which nobody uses is whole: its pages and indexes, its references, its
/// journal, its shape.
struct DatabaseProof {
    let path: String
    let migrator: Migrator

    /// As long as the largest database that one would keep in a file takes.
    private static let limit = Duration.seconds(86_400)

    init(_ path: String, _ migrator: Migrator) {
        self.path = path
        self.migrator = migrator
    }

    /// What the database holds; throws when it isn't sound.
    func facts(while isWanted: () -> Bool = { true }) throws -> DatabaseFacts {
        do {
            let connection = try Connection(path, .immutable)
            let migration = try migration(connection)
            try connection.prepareToCountRows()
            return try connection.read(within: DatabaseProof.limit) { reader in
                try checkPages(reader, while: isWanted)
                if let broken = try BrokenReference.first(reader) {
                    throw BackupError.unsound(path, finding: "\(broken)")
                }
                return try facts(reader, migration)
            }
        } catch let error as SQLiteError {
            throw BackupError.unsound(path, finding: error.description)
        }
    }

    /// The number of its last migration. One of a newer version of this program is refused.
    private func migration(_ connection: Connection) throws -> Int {
        _ = try migrator.plan(for: connection)
        let rows = try migrator.status(of: connection).rows
        guard let last = rows.last(where: { $0.state != .pending }) else {
            throw BackupError.unsound(path, finding: "it has none of the tables of Roost")
        }
        return last.number
    }

    private func checkPages(_ reader: Reader, while isWanted: () -> Bool) throws {
        guard isWanted() else { throw BackupError.stopped }
        let finding = try reader.first("pragma integrity_check(1)") { try $0.text(0) }
        guard finding == "ok" else {
            throw BackupError.unsound(path, finding: finding ?? "it can't be checked")
        }
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
            throw BackupError.unsound(path, finding: "entries of its journal are missing")
        }
        return DatabaseFacts(
            migration: migration, lastSeq: last?.seq ?? 0, lastEntryAt: last?.at, rows: rows)
    }
}
