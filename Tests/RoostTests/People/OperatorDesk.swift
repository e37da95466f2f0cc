import SQLite
import Workbench

@testable import roost

/// A place where an operator works on the people of a server that isn't running.
final class OperatorDesk: Sendable {
    let folder: TemporaryFolder
    let transcript = Transcript()
    var path: String { "\(folder.path)/roost.db" }

    init() throws {
        folder = try TemporaryFolder()
    }

    /// Runs a command; `typed` are the lines that somebody types, at a terminal if there is one.
    func run(
        _ words: String, typed: [String] = [], atTerminal: Bool = false
    ) async -> ExitCode {
        let lines = Notes<String>()
        let next: @Sendable () -> String? = {
            defer { lines.add("") }
            return lines.all.count < typed.count ? typed[lines.all.count] : nil
        }
        let surroundings = Surroundings(
            environment: ["DB_FILE": path, "MAIL_DIR": "\(folder.path)/mail"],
            files: WorkingFolder(path: folder.path), say: transcript.say,
            complain: transcript.complain,
            input: Input(isTerminal: atTerminal, line: next, secret: { _ in next() }))
        return await CommandLineReader(surroundings: surroundings)
            .run(words.split(separator: " ").map(String.init))
    }

    /// What a question finds in the database, as texts.
    func ask(_ sql: SQL) throws -> [String] {
        try Connection(path, .readOnly).read { try $0.all(sql) { try $0.text(0) } }
    }

    /// Puts rows into the database that no command makes.
    func change(_ script: String) throws {
        try Connection(path, .create).script(script)
    }
}
