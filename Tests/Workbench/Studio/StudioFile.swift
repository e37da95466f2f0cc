import Booking
import Migrations
import SQLite
import Studio
import Time

/// A database file of the studio in the hands of one test.
package final class StudioFile {
    package let folder: TemporaryFolder
    package let path: String
    package let studio: Studio
    package let connection: Connection
    /// What the clock says when the next transaction begins.
    package var now = Instant(milliseconds: 1_768_467_600_000)

    /// With the tables that a server's database has, and the studio's own.
    package init() throws {
        folder = try TemporaryFolder()
        path = "\(folder.path)/roost.db"
        studio = try Studio()
        connection = try Connection(path, .create)
        // It has to outlive the test, not a power cut.
        try connection.script("pragma synchronous = off")
        try Migrator(Migration.embedded).migrate(connection, at: now)
        try write { try Studio.makeTables(in: $0) }
    }

    /// With a history that the seed decides.
    package convenience init(seed: UInt64, acts: Int) throws {
        try self.init()
        try live(StudioHistory(seed: seed), acts)
    }

    @discardableResult
    package func write<Result>(_ body: (Transaction) throws -> Result) throws -> Result {
        try connection.transaction(at: now, body)
    }

    package func read<Result>(_ body: (Reader) throws -> Result) throws -> Result {
        try connection.read(body)
    }

    /// Lets so many things happen, with time between them. What is refused leaves nothing.
    package func live(_ history: StudioHistory, _ acts: Int) throws {
        for act in history.prefix(acts) {
            now = Instant(milliseconds: now.milliseconds + 1_000)
            try? write { try studio.perform(act, in: $0) }
        }
    }

    /// Every row of the read tables, in the order of their keys.
    package var readTables: [[SQLValue]] {
        get throws {
            try read { reader in
                let whole = { (row: borrowing Row) in
                    try (0..<row.count).map { try row.value($0) }
                }
                return try reader.all("select * from sitting order by id", whole)
                    + reader.all("select * from claim order by id", whole)
            }
        }
    }

    /// Changes something behind the journal's back, whatever rules there are.
    package func tamper(_ sql: String) throws {
        try connection.script(
            """
            pragma foreign_keys = off;
            pragma ignore_check_constraints = on;
            \(sql);
            pragma ignore_check_constraints = off;
            pragma foreign_keys = on;
            """)
    }
}
