import Crypto
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
    private let vfs: String?

    /// As long as the largest database takes that one would keep in a file.
    private static let limit = Duration.seconds(86_400)

    /// `version` is what this program calls itself; `vfs` is the way to the copy's disk, and tests bring
    /// one that fails on demand.
    package init(
        of database: String, _ migrator: Migrator, version: String, clock: Clock = .system,
        pace: BackupPace = BackupPace(), vfs: String? = nil
    ) {
        self.database = database
        self.migrator = migrator
        self.version = version
        self.clock = clock
        self.pace = pace
        self.vfs = vfs
    }

    /// Makes a copy by a name that is still free. It ends early, and leaves nothing, when the copy isn't
    /// wanted any more.
    @discardableResult
    package func make(
        _ file: String, while isWanted: @escaping @Sendable () -> Bool = { true }
    ) throws(BackupError) -> BackupManifest {
        try make(file, span: { nil }, while: isWanted)
    }

    /// The same for the stream: `span` is asked when all has been copied.
    func make(
        _ file: String, span: () throws -> LogSpan?, while isWanted: @escaping @Sendable () -> Bool
    ) throws(BackupError) -> BackupManifest {
        try check(Folder(of: file))
        return try BackupError.telling(of: file) {
            try PartialFile.removeAbandoned(in: Folder(of: file))
            let copy = try PartialFile(for: file)
            try fill(copy, while: isWanted)
            let span = try span()
            let (facts, sha256) = try proved(copy.path, while: isWanted)
            let manifest = BackupManifest(
                bytes: try copy.size(), sha256: sha256, lastSeq: facts.lastSeq,
                migration: facts.migration, rows: facts.rows, version: version, madeAt: clock.now,
                span: span)
            try manifest.write(beside: file)
            try copy.publish()
            return manifest
        }
    }

    private func check(_ folder: Folder) throws(BackupError) {
        guard File.exists(database) else { throw .noDatabase(database) }
        guard folder.exists else { throw .noFolder(folder.path) }
        guard folder.isWritable else { throw .notWritable(folder: folder.path) }
    }

    /// What the copy holds, and its hash. Finding out takes much longer than copying, and nobody waits
    /// for it: so it gives way to all who serve.
    private func proved(
        _ copy: String, while isWanted: @escaping @Sendable () -> Bool
    ) throws -> (DatabaseFacts, String) {
        let proof = DatabaseProof(of: copy, called: "the copy of \(database)", migrator)
        return try QuietThread.run(while: isWanted) {
            (
                try proof.facts(while: isWanted),
                try SHA256.hash(ofFileAt: copy, while: isWanted).hexadecimal
            )
        }
    }

    /// Copies all pages in small steps, and has them written to the disk in small pieces: else the
    /// writers' syncs would wait behind all of them.
    private func fill(_ file: PartialFile, while isWanted: () -> Bool) throws {
        let connection = try Connection(database, .readOnly)
        try connection.read(within: Backup.limit) { reader in
            let size = try reader.count("pragma page_size")
            let needed = try reader.count("pragma page_count") * size
            try Folder(of: file.path).check(room: needed)
            let copy = try PageCopy(of: reader, to: file.path, vfs: vfs)
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
