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

    /// Has SQLite take the log that was laid beside into the database, as it does after a crash, and
    /// gives the log's place free.
    func absorbLog() throws {
        let connection = try Connection(file.path, .readWrite)
        try connection.script("pragma wal_checkpoint(truncate)")
        guard try File.size(of: logPath) == 0 else {
            throw BackupError.failed(file.path, reason: "its log can't be taken in")
        }
        _ = consume connection
        try removeLog()
    }

    /// Where the log has to lie.
    var logPath: String { file.path + "-wal" }

    func removeLog() throws {
        let name = file.path.split(separator: "/").last ?? ""
        try Folder(of: file.path).remove(["\(name)-wal", "\(name)-shm"])
    }
}
