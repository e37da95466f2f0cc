import Booking
import Migrations
import SQLite
import Time

extension Command {
    /// `roost restore`
    static let restore = Command(
        name: "restore",
        summary: "Puts a backup, or what a stream's folder holds, in the place of the database.",
        operands: ["FILE|FOLDER"],
        body: .configured(.notNeeded) { configuration, arguments, surroundings in
            guard let source = arguments.operands.first else {
                throw CommandFailure(
                    line: "from what? roost restore FILE, or FOLDER of BACKUP_STREAM_DIR",
                    exitCode: .usage)
            }
            let held = try HeldDatabase(configuration.databaseFile, for: "restore")
            let restore = Restore(of: held.path, try Migrator(Migration.embedded))
            surroundings.say(text(of: try restore.run(from: source), held.path))
        })

    private static func text(of report: Restore.Report, _ database: String) -> String {
        var lines = report.notes.map { "note: \($0)" }
        lines.append("\(database) is restored from \(report.source)")
        lines.append(
            report.facts.lastEntryAt.map { moment in
                "its last entry is number \(report.facts.lastSeq), of \(moment.rfc3339)"
            } ?? "its journal is empty")
        if let kept = report.kept { lines.append("what was there before is kept as \(kept)") }
        return lines.map { "\($0)\n" }.joined()
    }
}
