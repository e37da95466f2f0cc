import Booking
import SQLite
import Time

extension Command {
    /// `roost replay`
    static let replay = replay(chapters: Features.chapters)

    /// The same for a journal with these chapters.
    static func replay(chapters: [Chapter]) -> Command {
        Command(
            name: "replay",
            summary: "Makes every table that comes from the journal anew; all or nothing.",
            body: .configured(.notNeeded) { configuration, _, surroundings in
                try replay(try Chapters(chapters), configuration.databaseFile, surroundings)
            })
    }

    private static func replay(
        _ chapters: Chapters, _ path: String, _ surroundings: Surroundings
    ) throws(CommandFailure) {
        try CurrentDatabase.requireFile(at: path)
        let held = try HeldDatabase(path, for: "replay")
        let connection = try held.connection()
        try CurrentDatabase.requireShape(of: connection)
        let progress = EntryProgress(surroundings)
        do {
            let count = try connection.transaction(at: Clock.system.now) {
                try Replay(chapters).rebuild(in: $0, progress: progress.tell)
            }
            // The log is as long as all the tables; nobody else is there who could need it.
            try connection.script("pragma wal_checkpoint(truncate)")
            surroundings.say("replayed \(progress.summary(of: count))\n")
        } catch let failure as ReplayFailure {
            throw CommandFailure(line: "\(failure); nothing was changed")
        } catch {
            throw CommandFailure(ofStorage: error, path)
        }
    }
}
