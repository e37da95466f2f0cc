import Booking
import Migrations
import Posix
import SQLite
import Time

extension Command {
    /// `roost restore`
    static let restore = Command(
        name: "restore",
        summary: "Puts a backup, or what a stream's folder holds, in the place of the database.",
        operands: ["FILE|FOLDER"],
        body: .configured(.notNeeded) { configuration, arguments, surroundings in
            guard let source = arguments.operands.first, !source.isEmpty else {
                throw CommandFailure(
                    line: "from what? roost restore FILE, or FOLDER of BACKUP_STREAM_DIR",
                    exitCode: .usage)
            }
            guard !File.exists(source) || File.isPlain(source) || Folder(source).exists else {
                throw CommandFailure(line: "\(source) is neither a file nor a folder")
            }
            let held = try HeldDatabase(configuration.databaseFile, for: "restore")
            let restore = Restore(of: held.path, try Migrator(Migration.embedded))
            // A log that belongs to the source lies beside what a link leads to.
            let target = File.target(of: source)
            surroundings.say(text(of: try restore.run(from: target), held.path))
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
