import Posix
import SQLite

/// The folder of a stream, to restore from: its newest copy that is whole, and all of the log behind it.
struct StreamSource {
    private let stream: StreamFolder
    private let migrator: Migrator

    init(_ folder: Folder, _ migrator: Migrator) {
        stream = StreamFolder(folder.path)
        self.migrator = migrator
    }

    /// Puts the database together beside its place and proves it.
    func stage(beside database: String) throws -> FoundCopy {
        var notes: [String] = []
        for generation in try generations().reversed() {
            if generation.bases.isEmpty {
                notes.append("\(generation.folder.path) has no copy of the database to begin with")
            }
            for base in generation.bases.reversed() {
                do {
                    return try stage(base, of: generation, beside: database, notes)
                } catch let error as BackupError where error.isOfSource {
                    notes.append("\(error)")
                }
            }
        }
        throw BackupError.nothingWhole(stream.folder.path, findings: notes)
    }

    /// Those of the stream; or the one that the folder is itself.
    private func generations() throws -> [Generation] {
        let own = try Generation(stream.folder)
        return own.bases.isEmpty ? try stream.generations() : [own]
    }

    private func stage(
        _ base: BaseName, of generation: Generation, beside database: String, _ notes: [String]
    ) throws -> FoundCopy {
        let path = generation.path(of: base)
        guard let manifest = try BackupManifest(beside: path), let span = manifest.span else {
            throw BackupError.unsound(path, finding: "it doesn't tell what it needs of the log")
        }
        let chain = try LogChain(generation, for: span)
        var notes = notes + [chain.fault].compactMap { $0 }
        if chain.end >= span.end {
            do {
                let whole = try staged(path, manifest, chain, beside: database)
                return try found(whole, path, manifest, notes)
            } catch let error as BackupError where error.isOfSource {
                notes.append("with the log behind it, \(error)")
            }
        }
        notes.append(
            "the log behind \(path) can't be used; this is what was when the copy was made")
        return try found(staged(path, manifest, nil, beside: database), path, manifest, notes)
    }

    private func staged(
        _ path: String, _ manifest: BackupManifest, _ chain: LogChain?, beside database: String
    ) throws -> StagedDatabase {
        try Folder(of: database).check(room: File.size(of: path))
        let staged = try StagedDatabase(beside: database)
        guard try staged.file.fill(from: path) == manifest.sha256 else {
            throw BackupError.changed(path)
        }
        try chain?.replay(into: staged)
        return staged
    }

    private func found(
        _ staged: StagedDatabase, _ path: String, _ manifest: BackupManifest, _ notes: [String]
    ) throws -> FoundCopy {
        let proof = DatabaseProof(of: staged.file.path, called: path, migrator)
        try proof.checkShape()
        let facts = try proof.facts()
        guard facts.lastSeq >= manifest.lastSeq else {
            throw BackupError.unsound(path, finding: "entries are missing that it had")
        }
        return FoundCopy(source: path, staged: staged, facts: facts, notes: notes)
    }
}

extension BackupError {
    /// Whether the copy is to blame, so that another one may do.
    fileprivate var isOfSource: Bool {
        switch self {
        case .unsound, .unreadableManifest, .changed: true
        default: false
        }
    }
}
