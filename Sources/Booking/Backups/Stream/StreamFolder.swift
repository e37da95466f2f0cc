import Posix
import Time

/// The folder that changes are copied to: a folder for each generation.
struct StreamFolder: Sendable {
    let folder: Folder

    init(_ path: String) {
        folder = Folder(path)
    }

    /// The oldest first.
    func generations() throws(SystemError) -> [Generation] {
        let folders = try folder.names().filter { Instant(fileName: $0) != nil }
            .map { Folder("\(folder.path)/\($0)") }
        var generations: [Generation] = []
        for folder in folders where folder.exists { generations.append(try Generation(folder)) }
        return generations
    }

    /// Makes the folder of a new one. Its name comes behind all others, also where a clock that was ahead
    /// has named one: what is restored is what the last name leads to.
    func begin(at now: Instant) throws(SystemError) -> Folder {
        let newest = try folder.names().compactMap { Instant(fileName: $0) }.max()
        let moment = newest.map { max(now, $0 + .seconds(1)) } ?? now
        let folder = Folder("\(folder.path)/\(moment.fileName)")
        try folder.make()
        return folder
    }

    /// Removes what is not needed any more to restore from one of the newest copies; nothing as long as
    /// there are fewer.
    func removeAll(butLast count: Int, and current: Folder) throws {
        let generations = try generations()
        let bases = generations.flatMap { generation in
            generation.bases.map { (generation: generation, base: $0) }
        }
        guard bases.count >= count, let oldest = bases.suffix(count).first else { return }
        for generation in generations where generation.folder != current {
            let isOlder = generation.folder.path < oldest.generation.folder.path
            if isOlder || generation.bases.isEmpty { try generation.folder.removeWithFiles() }
        }
        try oldest.generation.removeAll(before: oldest.base)
    }
}

extension Generation {
    /// Removes the copies before this one, and the pieces that only they need.
    fileprivate func removeAll(before base: BaseName) throws {
        guard let span = try BackupManifest(beside: path(of: base))?.span else { return }
        let old = bases.prefix { $0 != base }.map(\.text)
        let unneeded = segments.prefix { $0.place.epoch < span.epoch }.map(\.text)
        // The copies first: one without its log would still look whole.
        try folder.remove(old.flatMap { [$0, BackupManifest.path(beside: $0)] })
        try folder.remove(unneeded)
    }
}
