import Posix
import Time

/// The right to keep copies of one kind in a folder, which one server has at a time: two would remove
/// each other's.
final class FolderLock: Sendable {
    private let lock: LockFile

    enum Kind: String {
        case backups
        case stream
    }

    init(_ folder: Folder, for kind: Kind, at now: Instant) throws(BackupError) {
        do throws(LockFile.Refusal) {
            lock = try LockFile(
                for: "\(folder.path)/\(kind)", command: "serve", since: now.rfc3339)
        } catch {
            switch error {
            case .inUse(_, let owner):
                throw .sharedFolder(folder.path, with: "\(owner)")
            case .failed(_, let error):
                throw .failed(folder.path, reason: "\(error)")
            }
        }
    }
}
