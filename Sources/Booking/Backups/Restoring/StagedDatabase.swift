import Posix
import SQLite

/// A database that is put together beside the one whose place it shall take.
final class StagedDatabase {
    let file: PartialFile

    init(beside database: String) throws {
        file = try PartialFile(for: Self.name(beside: database))
    }

    /// Nothing is ever called so: what is staged takes the database's own name in the end.
    private static func name(beside database: String) -> String { "\(database).restored" }

    /// Has SQLite take the log of this name that was laid beside into the database, as it does after a
    /// crash, and gives the log's place free. Nothing is synced: that is done once, in the end.
    func absorbLog(called name: String) throws {
        do throws(SQLiteError) {
            let connection = try Connection(file.path, .readWrite)
            try connection.script("pragma synchronous = off; pragma wal_checkpoint(truncate)")
        } catch {
            guard error.kind != .full else { throw error }
            throw BackupError.unsound(name, finding: error.description)
        }
        guard try File.size(of: logPath) == 0 else {
            throw BackupError.unsound(name, finding: "SQLite doesn't take it")
        }
        try removeLog()
    }

    /// Where the log has to lie.
    var logPath: String { file.path + "-wal" }

    private func removeLog() throws {
        let name = file.path.split(separator: "/").last ?? ""
        try Folder(of: file.path).remove(["\(name)-wal", "\(name)-shm"])
    }
}
