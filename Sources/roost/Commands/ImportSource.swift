import Booking
import Migrations
import Posix
import SQLite
import Time

/// A file that is brought into a database, whatever is in it: what people and everything else have in
/// common on their way.
struct ImportSource {
    let file: String
    /// Where the database is.
    let path: String
    let surroundings: Surroundings
    /// What the rows are: `people`.
    let noun: String
    /// What is told when nothing has happened: `nobody was brought in`.
    let nothing: String

    /// Looks into the database as it is, or will be where none is yet. A server may run meanwhile.
    func lookWithoutHolding<Report>(_ look: (Connection) throws -> Report) throws -> Report {
        try CurrentDatabase.refuseOtherThanFile(at: path)
        do {
            guard File.exists(path) else { return try look(try emptyDatabase()) }
            let connection = try Connection(path, .readOnly)
            try CurrentDatabase.requireShape(of: connection)
            return try look(connection)
        } catch let error as SQLiteError {
            throw CommandFailure(ofStorage: error, path)
        }
    }

    private func emptyDatabase() throws -> Connection {
        let connection = try Connection(path, .scratch)
        try Migrator(Migration.embedded).migrate(connection, at: Clock.system.now)
        return connection
    }

    /// Says what was found, and throws what stands against going on.
    func tell(_ report: ImportReport, isDry: Bool, skipsBad: Bool) throws {
        for refusal in report.refusals {
            surroundings.complain(
                "line \(refusal.line): \(refusal.sentences.joined(separator: "; "))")
        }
        let refused = report.refusedLines.count
        if refused > report.refusals.count {
            surroundings.complain("and \(refused - report.refusals.count) lines more")
        }
        if !report.unknownColumns.isEmpty {
            let columns = report.unknownColumns.joined(separator: ", ")
            surroundings.say("columns that mean nothing here: \(columns)\n")
        }
        let good = report.rows - refused
        if isDry { surroundings.say("\(good) \(noun) would come in, \(refused) would not\n") }
        guard refused > 0, !skipsBad else { return }
        let refusal = "\(refused) of \(report.rows) rows can't come in"
        throw CommandFailure(
            line: isDry ? refusal : "\(refusal), so \(nothing); mend them, or say --skip-bad")
    }

    func translating<Result>(_ body: () throws -> Result) throws(CommandFailure) -> Result {
        do {
            return try body()
        } catch let error as ImportError {
            throw CommandFailure(line: "\(file): \(error); \(nothing)")
        } catch let error as SystemError {
            throw CommandFailure(line: "\(file) can't be read: \(error)")
        } catch {
            throw CommandFailure(ofStorage: error, path)
        }
    }
}
