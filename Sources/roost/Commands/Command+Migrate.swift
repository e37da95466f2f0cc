import Migrations
import Posix
import SQLite

extension Command {
    /// `roost migrate`
    static let migrate = Command(
        name: "migrate",
        summary: "Brings the database to the shape that this version needs; serve does so too.",
        flags: [
            Flag("status", "Lists the migrations that the database has and lacks."),
            Flag("to", value: .required("NUMBER"), "Goes to this migration, up or down."),
            Flag("dry-run", "Tells what would be done."),
            Flag("yes", "Agrees that going down deletes the data of what is taken back."),
        ],
        body: .configured(.notNeeded) { configuration, arguments, surroundings in
            let number = try target(arguments)
            if arguments.has("status") {
                let status = try looking(at: configuration.databaseFile) { try $0.status(of: $1) }
                surroundings.say(status.lines.map { "\($0)\n" }.joined())
                return
            }
            let plan = try looking(at: configuration.databaseFile) {
                try $0.plan(for: $1, to: number)
            }
            if arguments.has("dry-run") {
                surroundings.say(plan.announcement.map { "\($0)\n" }.joined())
                return
            }
            guard !plan.losesData || arguments.has("yes") else {
                throw CommandFailure(line: refusal(of: plan), exitCode: .usage)
            }
            let held = try HeldDatabase(configuration.databaseFile, for: "migrate")
            let done = try held.migrate(to: number)
            surroundings.say(done.report.map { "\($0)\n" }.joined())
        })

    private static func target(_ arguments: Arguments) throws(CommandFailure) -> Int? {
        guard let text = arguments.value(of: "to") else { return nil }
        guard let number = Int(digits: text) else {
            throw CommandFailure(
                line: "--to needs the number of a migration, not \(text.debugDescription)",
                exitCode: .usage)
        }
        return number
    }

    private static func refusal(of plan: MigrationPlan) -> String {
        let lines = plan.announcement.joined(separator: "; ")
        return "this \(lines). Make a backup, and say --yes"
    }

    /// Looks at a database that may be in use; at an empty one where there is none.
    private static func looking<Result>(
        at path: String, _ body: (Migrator, Connection) throws -> Result
    ) throws(CommandFailure) -> Result {
        try CurrentDatabase.refuseOtherThanFile(at: path)
        do {
            try Migrator.refuseForeignFile(at: path)
            let connection = try Connection(path, File.exists(path) ? .readOnly : .scratch)
            return try body(Migrator(Migration.embedded), connection)
        } catch {
            throw CommandFailure(ofStorage: error, path)
        }
    }
}
