import Posix
import Time

/// The right to keep copies in a folder, which one server has at a time: two would remove each other's.
final class FolderLock: Sendable {
    private let lock: LockFile

    init(_ folder: Folder, at now: Instant) throws(BackupError) {
        do throws(LockFile.Refusal) {
            lock = try LockFile(
                for: "\(folder.path)/roost", command: "serve", since: now.rfc3339)
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
