import Booking
import Migrations
import Posix
import SQLite
import Time

extension Command {
    /// `roost backup`
    static let backup = Command(
        name: "backup",
        summary: "Copies the database into a file that doesn't exist yet, also while serve runs.",
        operands: ["FILE"],
        body: .configured(.notNeeded) { configuration, arguments, surroundings in
            guard let file = arguments.operands.first, !file.isEmpty, file.last != "/" else {
                throw CommandFailure(
                    line: "where to? roost backup FILE, such as roost backup roost-copy.db",
                    exitCode: .usage)
            }
            let database = configuration.databaseFile
            try CurrentDatabase.requireFile(at: database)
            try refuse(file, beside: database)
            let start = MonotonicClock.system.milliseconds
            let backup = Backup(
                of: database, try Migrator(Migration.embedded), version: Version.current)
            let manifest = try backup.make(file)
            let time = Duration.milliseconds(MonotonicClock.system.milliseconds - start)
            surroundings.say(
                """
                copied \(database) to \(file): \(Quantity.size(manifest.bytes)) \
                in \(Quantity.time(time))
                \(Quantity.count(manifest.lastSeq, "entry", "entries")) in its journal; \
                the copy was proved, \(BackupManifest.path(beside: file)) describes it

                """)
        })

    /// Refuses a name by which SQLite would take the copy for its own and delete it, and one whose manifest
    /// would take the place of somebody else's file.
    private static func refuse(_ file: String, beside database: String) throws {
        let name = file.split(separator: "/").last ?? ""
        let own = File.target(of: database).split(separator: "/").last ?? ""
        guard !["-wal", "-shm", "-journal", ".lock"].contains(where: { name == own + $0 }) else {
            throw CommandFailure(
                line: "\(name) is what a file of the database itself is called: choose another name"
            )
        }
        _ = try BackupManifest(beside: file)
    }
}
