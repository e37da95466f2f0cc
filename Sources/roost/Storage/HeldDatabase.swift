import Migrations
import Posix
import SQLite
import Time

/// The database's file in the hands of this process: nobody else works with it meanwhile.
struct HeldDatabase: ~Copyable {
    let path: String
    private let lock: LockFile

    /// Takes hold of a file that may not exist yet, for the command of this name.
    init(_ path: String, for command: String) throws(CommandFailure) {
        // A restore would put its file in the place of a link.
        self.path = File.target(of: path)
        do {
            try CurrentDatabase.refuseOtherThanFile(at: path)
            try Folder(of: path).make()
            lock = try LockFile(for: path, command: command, since: Clock.system.now.rfc3339)
        } catch {
            throw CommandFailure(ofStorage: error, path)
        }
    }

    /// Opens it for this process alone, and makes it where there is none.
    func connection() throws(CommandFailure) -> Connection {
        do {
            try Migrator.refuseForeignFile(at: path)
            return try Connection(path, .create)
        } catch {
            throw CommandFailure(ofStorage: error, path)
        }
    }

    /// Brings it to the shape that this program knows, or to that of an earlier migration.
    @discardableResult
    func migrate(to number: Int? = nil) throws(CommandFailure) -> MigrationPlan {
        let connection = try connection()
        do {
            let migrator = try Migrator(Migration.embedded)
            return try migrator.migrate(connection, to: number, at: Clock.system.now)
        } catch {
            throw CommandFailure(ofStorage: error, path)
        }
    }
}
