import Booking
import Posix

/// The name that somebody gives a copy of a database.
enum CopyName {
    /// What SQLite and the lock of a server call their files beside a database.
    private static let ownEndings = ["-wal", "-shm", "-journal", ".lock"]

    /// Refuses a name by which SQLite would take the copy for a file of its own and delete it, and one
    /// whose manifest would take the place of a file that is none.
    static func check(_ file: String, of database: String) throws {
        let name = file.split(separator: "/").last ?? ""
        let own = File.target(of: database).split(separator: "/").last ?? ""
        guard !ownEndings.contains(where: { name == own + $0 }) else {
            throw CommandFailure(
                line: "\(name) is what a file of the database itself is called: choose another name"
            )
        }
        _ = try BackupManifest(beside: file)
    }
}
