import Posix
import Time

/// The folder that the server's own backups are in, beside whatever else.
struct BackupFolder {
    let folder: Folder

    init(_ path: String) {
        folder = Folder(path)
    }

    func path(of name: ScheduledName) -> String { "\(folder.path)/\(name.text)" }

    /// The server's backups, the oldest first.
    func backups() throws -> [ScheduledName] {
        try folder.names().compactMap(ScheduledName.init)
    }

    /// Removes all but the last so many, with their manifests. One that was just made stays, even if
    /// others came from the future, by a clock that was wrong.
    func removeAll(butLast count: Int, and made: ScheduledName) throws {
        let old = try backups().dropLast(count).filter { $0 != made }.map(\.text)
        guard !old.isEmpty else { return }
        try folder.remove(old.flatMap { [$0, BackupManifest.path(beside: $0)] })
    }
}
