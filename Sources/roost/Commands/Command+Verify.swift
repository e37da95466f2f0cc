import Booking
import SQLite
import Time

extension Command {
    /// `roost verify`
    static let verify = verify(chapters: Features.chapters)

    /// The same for a journal with these chapters.
    static func verify(chapters: [Chapter]) -> Command {
        Command(
            name: "verify",
            summary: "Makes sure that every table is what the journal says, also while serve runs.",
            body: .configured(.notNeeded) { configuration, _, surroundings in
                try verify(try Chapters(chapters), configuration.databaseFile, surroundings)
            })
    }

    private static func verify(
        _ chapters: Chapters, _ path: String, _ surroundings: Surroundings
    ) throws(CommandFailure) {
        try CurrentDatabase.requireFile(at: path)
        do {
            let connection = try Connection(path, .readOnly)
            try CurrentDatabase.requireShape(of: connection)
            let progress = EntryProgress(surroundings)
            let summary = try connection.read(within: Verification.patience) {
                try Verification(chapters).run(on: $0, progress: progress.tell)
            }
            surroundings.say(
                """
                replayed \(progress.summary(of: summary.entries))
                \(summary.tables) tables with \(summary.rows) rows are what the journal says
                \(summary.invariants) invariants hold, the file is sound

                """)
        } catch let discrepancy as Discrepancy {
            throw CommandFailure(line: "\(path) is not as it must be: \(discrepancy)")
        } catch {
            throw CommandFailure(ofStorage: error, path)
        }
    }
}
