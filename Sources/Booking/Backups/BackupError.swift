import Posix
import SQLite

/// Why there is no copy, or why one isn't used.
package enum BackupError: Error, Equatable {
    /// There is a file by that name, and nothing is written over.
    case taken(String)
    /// Another process writes it.
    case underWay(String, process: Int32)
    case noFolder(String)
    case notWritable(folder: String)
    case noRoom(folder: String, needed: Int, free: Int)
    /// The disk was filled while something was written.
    case full(folder: String)
    case sharedFolder(String, with: String)
    case noDatabase(String)
    /// There is nothing to restore by that name.
    case noSource(String)
    /// Somebody uses it, so it can be neither copied by its bytes nor replaced.
    case inUse(String, by: String)
    /// A file can't be used as a database.
    case unsound(String, finding: String)
    case unreadableManifest(String)
    /// The copy is not what its manifest says.
    case changed(String)
    /// A folder of the stream has nothing whole in it; what is wrong with each part.
    case nothingWhole(String, findings: [String])
    /// Nobody wants the copy any more: the server stops.
    case stopped
    /// The system or SQLite could not do something; the words are theirs.
    case failed(String, reason: String)
}

extension BackupError {
    /// Whatever came in between while something was written for this path.
    init(_ error: any Error, writing path: String) {
        switch error {
        case let error as BackupError: self = error
        case let error as SQLiteError where error.kind == .full:
            self = .full(folder: Folder(of: path).path)
        case let error as SystemError where error.isOfSpace:
            self = .full(folder: Folder(of: path).path)
        default: self = .failed(path, reason: "\(error)")
        }
    }

    /// The same for a whole piece of work.
    static func telling<Result>(
        of path: String, _ body: () throws -> Result
    ) throws(BackupError) -> Result {
        do {
            return try body()
        } catch {
            throw BackupError(error, writing: path)
        }
    }
}
