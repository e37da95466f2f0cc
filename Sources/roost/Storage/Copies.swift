import Booking
import Migrations
import SQLite
import Time
import Web

/// The copies that a running server makes of its database, as the configuration wants them.
struct Copies: Sendable {
    private let schedule: BackupSchedule?
    private let stream: LogStream?

    init(of database: Database, _ configuration: Configuration, clock: Clock, log: Log) throws {
        let backup = Backup(
            of: database.path, try Migrator(Migration.embedded), version: Version.current)
        schedule = configuration.backupFolder.map { folder in
            BackupSchedule(
                backup, into: folder, every: configuration.backupInterval,
                keeping: configuration.backupsKept, clock: clock, log: log)
        }
        stream = configuration.backupStreamFolder.map { folder in
            LogStream(
                of: database, backup, to: folder, copyingEvery: configuration.backupInterval,
                clock: clock, log: log)
        }
    }

    /// The database is open.
    func start() throws {
        try stream?.start()
        try schedule?.start()
    }

    /// Closes the database too: the stream ships what the writer does last.
    func stop(closing database: Database) {
        schedule?.stop()
        database.close()
        stream?.stop()
    }

    var metrics: [Metric] {
        (schedule?.metrics ?? []) + (stream?.metrics ?? [])
    }
}
