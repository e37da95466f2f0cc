import Booking
import Glibc
import Migrations
import Posix
import SQLite
import Synchronization
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
            let manifest = try await made(file, of: database)
            let time = Duration.milliseconds(MonotonicClock.system.milliseconds - start)
            surroundings.say(
                """
                copied \(database) to \(file): \(Quantity.size(manifest.bytes)) \
                in \(Quantity.time(time))
                \(Quantity.count(manifest.lastSeq, "entry", "entries")) in its journal; \
                the copy was proved, \(BackupManifest.path(beside: file)) describes it

                """)
        })

    /// On a thread that gives way to those of a server.
    private static func made(
        _ file: String, of database: String
    ) async throws -> BackupManifest {
        let backup = Backup(
            of: database, try Migrator(Migration.embedded), version: Version.current)
        let result = Mutex<Result<BackupManifest, BackupError>?>(nil)
        try await OwnThread.run {
            _ = nice(10)
            let made = Result { () throws(BackupError) in try backup.make(file) }
            result.withLock { $0 = made }
        }
        guard let manifest = try result.withLock({ $0 })?.get() else { throw BackupError.stopped }
        return manifest
    }
}
