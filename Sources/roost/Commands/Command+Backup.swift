import Booking
import Migrations
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
            try CopyName.check(file, of: database)
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
}
