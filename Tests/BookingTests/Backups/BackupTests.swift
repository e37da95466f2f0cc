import CSQLite
import Crypto
import Foundation
import Migrations
import SQLite
import Studio
import Synchronization
import Testing
import Workbench

@testable import Booking
@testable import trial

@Suite("A backup")
struct BackupTests {
    private let shelf: ShelvedStudio
    private var copy: String { "\(shelf.folder.path)/copy.db" }

    init() throws {
        shelf = try ShelvedStudio()
    }

    @Test("Has all that the database has, its log included, and nothing else is left in the folder")
    func whole() throws {
        try shelf.backup().make(copy)
        #expect(try StudioState(of: copy) == StudioState(of: shelf.path))
        try StudioState.verify(copy)
        #expect(
            try shelf.names.filter { !$0.hasPrefix("copy.db-") } == ["copy.db", "copy.db.json"])
    }

    @Test("Is for its owner's eyes only")
    func rights() throws {
        try shelf.backup().make(copy)
        for file in [copy, copy + ".json"] {
            let facts = try FileManager.default.attributesOfItem(atPath: file)
            #expect(facts[.posixPermissions] as? Int == 0o600)
        }
    }

    @Test("Lies beside a manifest that describes it")
    func manifest() throws {
        let made = try shelf.backup().make(copy)
        let read = try #require(try BackupManifest(beside: copy))
        #expect(read == made)
        let bytes = try FileBytes.read(copy)
        #expect(read.bytes == bytes.count)
        #expect(read.sha256 == (try SHA256.hash(of: bytes).hexadecimal))
        let state = try StudioState(of: copy)
        #expect(read.lastSeq == state.entries)
        #expect(read.rows["claim"] == state.claims.count)
        #expect(read.rows["sitting"] == state.sittings.count)
        #expect(read.migration == Migration.embedded.count)
        #expect(read.madeAt == shelf.now)
    }

    @Test("Is one state of a database that others write to, and no write fails")
    func underWriters() async throws {
        var pace = BackupPace()
        pace.pages = 1
        pace.bytesBetweenSyncs = 4_096
        let backup = shelf.backup(pace: pace)
        let database = Database(DatabaseOptions(path: shelf.path))
        try database.open()
        let studio = shelf.studio
        let isOver = Gate()
        let writers = Task {
            var history = StudioHistory(seed: 7)
            var written = 0
            while !Task.isCancelled {
                guard let act = history.next() else { break }
                do {
                    try await database.write { try studio.perform(act, in: $0) }
                    written += 1
                } catch is Studio.Refusal {
                } catch let error as SQLiteError where error.constraint != nil {
                } catch is CancellationError {
                    // It was told to end while it waited.
                    break
                }
                if written == 20 { isOver.open() }
            }
            return written
        }
        await isOver.pass()
        let manifest = try backup.make(copy)
        writers.cancel()
        let written = try await writers.value
        database.close()
        #expect(written >= 20)
        #expect(manifest.lastSeq <= (try StudioState(of: shelf.path).entries))
        try StudioState.verify(copy)
    }

    @Test("Is never written over a file that is there")
    func taken() throws {
        try shelf.folder.write("mine", to: "copy.db")
        #expect(throws: BackupError.taken(copy)) { try shelf.backup().make(copy) }
        #expect(shelf.folder.read("copy.db") == "mine")
        #expect(try shelf.names == ["copy.db"])
    }

    @Test("Needs a folder that is there, and a database")
    func missing() throws {
        let folder = "\(shelf.folder.path)/none"
        #expect(throws: BackupError.noFolder(folder)) {
            try shelf.backup().make("\(folder)/copy.db")
        }
        let other = "\(shelf.folder.path)/other.db"
        let backup = Backup(of: other, shelf.migrator, version: "0.0.0")
        #expect(throws: BackupError.noDatabase(other)) { try backup.make(copy) }
        #expect(try shelf.names == [])
    }

    @Test("Leaves nothing where it found no room")
    func full() throws {
        let disk = try Disk()
        disk.plan(Fault(.grow, nth: 5, .fromThenOn, code: SQLITE_FULL))
        var pace = BackupPace()
        pace.pages = 1
        #expect(throws: BackupError.full(folder: shelf.folder.path)) {
            try shelf.backup(pace: pace, vfs: disk.name).make(copy)
        }
        #expect(disk.failures > 0)
        #expect(try shelf.names == [])
    }

    @Test("Leaves nothing when nobody wants it any more", arguments: 0..<3)
    func unwanted(looks: Int) throws {
        let left = Mutex(looks)
        var pace = BackupPace()
        pace.pages = 1
        #expect(throws: BackupError.stopped) {
            try shelf.backup(pace: pace).make(copy) {
                left.withLock { left in
                    left -= 1
                    return left >= 0
                }
            }
        }
        #expect(try shelf.names == [])
    }

    @Test("Is not made of a database that has lost entries")
    func lostEntries() throws {
        try shelf.tamper("drop trigger journal_no_delete; delete from journal where seq = 3")
        let error = #expect(throws: BackupError.self) { try shelf.backup().make(copy) }
        #expect("\(try #require(error))".contains("entries of its journal are missing"))
        #expect(try shelf.names == [])
    }

    @Test("Is not made of a database whose index is not what its table says")
    func damagedIndex() throws {
        try shelf.tamper("pragma wal_checkpoint(truncate)")
        let connection = try Connection(shelf.path, .readOnly)
        let page = try connection.read {
            try $0.count("select rootpage from sqlite_schema where name = 'claim_one_live'")
        }
        _ = consume connection
        // Within the last cell of the index, which stands at the page's end.
        try FileBytes.flip(shelf.path, at: page * 4_096 - 6)
        #expect(throws: BackupError.self) { try shelf.backup().make(copy) }
        #expect(try shelf.names == [])
    }
}
