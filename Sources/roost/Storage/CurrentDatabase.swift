import Migrations
import Posix
import SQLite

/// What a command asks of a database that it looks into and doesn't bring into shape.
enum CurrentDatabase {
    /// Refuses a path where nothing is: SQLite would make a database there.
    static func requireFile(at path: String) throws(CommandFailure) {
        guard File.exists(path) else {
            throw CommandFailure(line: "there is no database at \(path)")
        }
        try refuseOtherThanFile(at: path)
    }

    /// Refuses folders, pipes, devices and links that lead nowhere; a path where nothing is is fine.
    static func refuseOtherThanFile(at path: String) throws(CommandFailure) {
        guard !File.exists(path) || File.isPlain(path) else {
            throw CommandFailure(line: "\(path) is not a file that a database could be in")
        }
    }

    /// Refuses a database of another version of Roost: its tables may be others.
    static func requireShape(of connection: Connection) throws(CommandFailure) {
        do {
            let plan = try Migrator(Migration.embedded).plan(for: connection)
            guard plan.steps.isEmpty else {
                throw CommandFailure(
                    line: "the database \(connection.path) is of an earlier version; "
                        + "bring it up to date with roost migrate")
            }
        } catch {
            throw CommandFailure(ofStorage: error, connection.path)
        }
    }
}
