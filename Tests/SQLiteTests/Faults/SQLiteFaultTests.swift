import CSQLite
import Testing
import Workbench

@testable import trial

@Suite("SQLite on a disk that fails")
struct SQLiteFaultTests {
    private let folder: TemporaryFolder
    private let disk: Disk
    private let connection: RawConnection
    private var path: String { "\(folder.path)/test.db" }

    init() throws {
        folder = try TemporaryFolder()
        disk = try Disk()
        connection = try RawConnection("\(folder.path)/test.db", on: disk)
        connection.run(
            """
            pragma journal_mode = wal;
            pragma synchronous = full;
            pragma wal_autocheckpoint = 0;
            create table note (n integer not null) strict;
            """)
    }

    @Test("Without a plan all is well, and counted")
    func sound() throws {
        let syncs = disk.count(.sync, on: .log)
        #expect(add(1...3) == [SQLITE_OK, SQLITE_OK, SQLITE_OK])
        #expect(disk.count(.sync, on: .log) == syncs + 3)
        #expect(disk.count(.write, on: .log) > 3)
        #expect(disk.failures == 0)
        #expect(connection.number("select sum(n) from note") == 6)
    }

    @Test("A sync that fails is a commit that fails, and only that one")
    func sync() throws {
        disk.plan(Fault(.sync, nth: 2))
        #expect(add(1...4) == [SQLITE_OK, DiskError.sync.code, SQLITE_OK, SQLITE_OK])
        #expect(try afterReopening() == [1, 3, 4])
    }

    @Test("A write that fails is a commit that fails")
    func write() throws {
        disk.plan(Fault(.write, on: .log, nth: 2))
        #expect(add(1...2) == [DiskError.write.code, SQLITE_OK])
        #expect(try afterReopening() == [2])
    }

    @Test("A full disk refuses until there is space")
    func full() throws {
        disk.plan(Fault(.grow, .fromThenOn))
        #expect(add(1...2) == [SQLITE_FULL, SQLITE_FULL])
        disk.heal()
        #expect(add(3...3) == [SQLITE_OK])
        #expect(try afterReopening() == [3])
    }

    @Test("A write that is cut short leaves nothing behind")
    func shortWrite() throws {
        var added: [Int] = []
        for nth in 1...6 {
            disk.plan(Fault(.write, on: .log, nth: nth, code: SQLITE_FULL, landing: .half))
            let codes = add(nth * 10...nth * 10 + 3)
            #expect(codes.filter { $0 == SQLITE_FULL }.count == 1)
            added += codes.indices.filter { codes[$0] == SQLITE_OK }.map { nth * 10 + $0 }
        }
        #expect(try afterReopening() == added)
    }

    @Test("A checkpoint that fails loses nothing", arguments: [Fault.Operations.write, .sync])
    func checkpoint(_ operation: Fault.Operations) throws {
        add(1...3)
        disk.plan(Fault(operation, on: .database))
        #expect(connection.run("pragma wal_checkpoint(truncate)") != SQLITE_OK)
        #expect(disk.failures == 1)
        #expect(try afterReopening() == [1, 2, 3])
    }

    @Test("A log that can't be opened is told")
    func open() throws {
        connection.close()
        disk.plan(Fault(.open, on: .log))
        let second = try RawConnection(path, on: disk)
        #expect(second.run("insert into note values (1)") == SQLITE_CANTOPEN)
        #expect(second.run("insert into note values (2)") == SQLITE_OK)
    }

    @Test(
        "Whatever a reader meets on the disk, it is told", arguments: [Fault.Operations.read, .map])
    func read(_ operation: Fault.Operations) throws {
        add(1...3)
        let reader = try RawConnection(path, on: disk)
        disk.plan(Fault(operation, .fromThenOn))
        #expect(reader.number("select count(*) from note") == nil)
        disk.heal()
        #expect(reader.number("select count(*) from note") == 3)
    }

    /// Adds notes, each in a transaction of its own; SQLite's codes.
    @discardableResult
    private func add(_ notes: ClosedRange<Int>) -> [Int32] {
        notes.map { connection.run("insert into note values (\($0))") }
    }

    /// The notes that another process would find, after a look at all pages.
    private func afterReopening() throws -> [Int] {
        connection.close()
        let second = try RawConnection(path)
        #expect(second.text("pragma integrity_check") == "ok")
        let notes = second.text("select group_concat(n) from (select n from note order by n)")
        return try #require(notes).split(separator: ",").compactMap { Int($0) }
    }
}
