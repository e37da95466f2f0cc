import Booking
import Foundation
import Migrations
import SQLite
import Studio
import Time
import Workbench

/// A studio's database in a folder of its own that nobody has open. What happened last may still be in
/// its log, as behind a server that was killed.
final class ShelvedStudio: Sendable {
    let folder: TemporaryFolder
    let studio: Studio
    let migrator: Migrator
    var path: String { "\(folder.path)/roost.db" }

    init(acts: Int = 40) throws {
        folder = try TemporaryFolder()
        studio = try Studio()
        migrator = try Migrator(Migration.embedded)
        let connection = try Connection(path, .create)
        try migrator.migrate(connection, at: now)
        try connection.transaction(at: now) { try Studio.makeTables(in: $0) }
        try connection.script("pragma wal_checkpoint(truncate)")
        try live(seed: 1, acts)
    }

    let now = Instant(milliseconds: 1_768_467_600_000)

    /// Lets so much happen; the log is left as it is.
    func live(seed: UInt64, _ acts: Int) throws {
        let connection = try Connection(path, .create)
        try connection.script("pragma synchronous = off")
        for act in StudioHistory(seed: seed).prefix(acts) {
            try? connection.transaction(at: now) { try studio.perform(act, in: $0) }
        }
    }

    /// Changes something behind everybody's back.
    func tamper(_ sql: String, in file: String? = nil) throws {
        let connection = try Connection(file ?? path, .create)
        try connection.script("\(sql); pragma wal_checkpoint(truncate)")
    }

    func backup(pace: BackupPace = BackupPace(), vfs: String? = nil) -> Backup {
        let now = now
        return Backup(
            of: path, migrator, version: "0.0.0", clock: Clock { now }, pace: pace, vfs: vfs)
    }

    func restore() -> Restore {
        let now = now
        return Restore(of: path, migrator, clock: Clock { now })
    }

    /// The folder's files, but for those that SQLite and the lock need.
    var names: [String] {
        get throws {
            try FileManager.default.contentsOfDirectory(atPath: folder.path)
                .filter { !["roost.db", "roost.db-wal", "roost.db-shm"].contains($0) }.sorted()
        }
    }
}
