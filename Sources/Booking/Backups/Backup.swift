import Posix
import SQLite
import Time

/// Makes a copy of a database that others may be using, proves it, and describes it in a manifest.
///
/// The copy is what one read transaction sees; nobody waits for it. Whoever looks finds no file by the
/// copy's name, or all of it with its manifest beside it.
package struct Backup: Sendable {
    private let database: String
    private let migrator: Migrator
    private let version: String
    private let clock: Clock
    private let pace: BackupPace

    /// `version` is what this program calls itself.
    package init(
        of database: String, _ migrator: Migrator, version: String, clock: Clock = .system,
        pace: BackupPace = BackupPace()
    ) {
        self.database = database
        self.migrator = migrator
        self.version = version
        self.clock = clock
        self.pace = pace
    }

    /// Makes a copy by a name that is still free, and what `about` adds to its manifest. It ends early,
    /// and leaves nothing, when it isn't wanted any more.
    @discardableResult
    package func make(
        _ file: String, while isWanted: () -> Bool = { true }
    ) throws -> BackupManifest {
        let folder = Folder(of: file)
        try check(folder)
        try PartialFile.removeAbandoned(in: folder)
        let copy = try PartialFile(for: file)
        do {
            try fill(copy, while: isWanted)
            print("  \(MonotonicClock.system.milliseconds % 1000000) copied")
            let facts = try DatabaseProof(copy.path, migrator).facts(while: isWanted)
            print("  \(MonotonicClock.system.milliseconds % 1000000) proved")
            let manifest = BackupManifest(
                bytes: try copy.size(), sha256: try copy.sha256(while: isWanted), facts,
                version: version, madeAt: clock.now)
            try manifest.write(beside: file)
            try copy.publish()
            return manifest
        } catch let error as SQLiteError where error.kind == .full {
            throw BackupError.full(folder: folder.path)
        }
    }

    private func check(_ folder: Folder) throws {
        guard File.exists(database) else { throw BackupError.noDatabase(database) }
        guard folder.exists else { throw BackupError.noFolder(folder.path) }
        guard folder.isWritable else { throw BackupError.notWritable(folder: folder.path) }
    }

    /// Copies all pages in small steps, and has them written to the disk in small pieces: else the
    /// writers' syncs would wait behind all of them.
    private func fill(_ file: PartialFile, while isWanted: () -> Bool) throws {
        let connection = try Connection(database, .readOnly)
        try connection.read(within: .seconds(86_400)) { reader in
            let size = try reader.count("pragma page_size")
            let needed = try reader.count("pragma page_count") * size
            try Folder(of: file.path).check(room: needed)
            let copy = try PageCopy(of: reader, to: file.path)
            var unsynced = 0
            while try !copy.step(pages: pace.pages) {
                guard isWanted() else { throw BackupError.stopped }
                unsynced += pace.pages * size
                guard unsynced >= pace.bytesBetweenSyncs else { continue }
                try file.sync()
                unsynced = 0
            }
        }
        try file.sync()
    }
}
