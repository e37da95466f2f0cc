import Posix
import SQLite

/// Where a trial begins: what lies on the disk, and what was promised until then.
struct Stage: Sendable {
    let ledger: Ledger
    private let files: ScratchFolder?

    /// An empty folder.
    static let empty = Stage(ledger: Ledger(), files: nil)

    /// What a process left that was killed while all was well: a file, and a log that isn't in it yet.
    static func afterCrash(_ trial: FaultTrial) async throws -> Stage {
        let folder = try ScratchFolder(.memory)
        let files = try ScratchFolder(.memory)
        let disk = try Disk(.remembering)
        let database = Database(trial.options(folder, disk))
        try database.open()
        let crowd = Crowd(trial.venue, at: database, Ledger(), seed: 0)
        await crowd.fill(callers: trial.callers, attempts: trial.attempts, from: 2_000_000)
        // All that was acknowledged is synced, whatever the seed decides.
        try disk.writeImage(to: files.path, seed: 0)
        database.close()
        return Stage(ledger: crowd.ledger, files: files)
    }

    /// Lays out the files on another disk.
    func lay(in folder: ScratchFolder, on disk: Disk) throws {
        guard let files else { return }
        for name in try Folder(files.path).names() {
            let file = try File(reading: "\(files.path)/\(name)")
            let path = "\(folder.path)/\(name)"
            try File(creating: path).write(file.read(at: 0, atMost: file.size()))
            try disk.adopt(path)
        }
    }
}
