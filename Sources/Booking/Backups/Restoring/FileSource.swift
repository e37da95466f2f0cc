import Posix
import SQLite

/// A copy in a file, to restore from.
struct FileSource {
    private let path: String
    private let migrator: Migrator

    init(_ path: String, _ migrator: Migrator) {
        self.path = path
        self.migrator = migrator
    }

    /// Copies it beside the database and proves what lies there: so nothing can change between.
    func stage(beside database: String) throws -> FoundCopy {
        // A lock that can't be looked at is nobody's of this machine.
        if let owner = try? LockFile.owner(of: path) {
            throw BackupError.inUse(path, by: "\(owner)")
        }
        let manifest = try BackupManifest(beside: path)
        try Folder(of: database).check(room: File.size(of: path))
        let staged = try StagedDatabase(beside: database)
        let sha256 = try staged.file.fill(from: path)
        if let manifest, manifest.sha256 != sha256 { throw BackupError.changed(path) }
        try takeLog(into: staged)
        let proof = DatabaseProof(of: staged.file.path, called: path, migrator)
        try proof.checkShape()
        let facts = try proof.facts()
        let notes = manifest == nil ? ["\(path) has no manifest, so its hash was not compared"] : []
        return FoundCopy(source: path, staged: staged, facts: facts, notes: notes)
    }

    /// A database that was set aside in the middle of its work has a log that belongs to it.
    private func takeLog(into staged: StagedDatabase) throws {
        let log = path + "-wal"
        guard File.exists(log), try File.size(of: log) > 0 else { return }
        let source = try File(reading: log)
        let copy = try File(creating: staged.logPath)
        var offset = 0
        while case let piece = try source.read(at: offset, atMost: 1 << 20), !piece.isEmpty {
            try copy.write(piece)
            offset += piece.count
        }
        try staged.absorbLog(called: log)
    }
}
