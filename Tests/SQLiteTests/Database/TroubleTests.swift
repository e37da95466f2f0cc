import Posix
import Testing
import Workbench

@testable import SQLite

@Suite("A database in trouble")
struct TroubleTests {
    @Test("That another process has locked says so, and takes writes as soon as it can")
    func locked() async throws {
        let live = try await LiveDatabase()
        // The patience of five seconds is shortened for the test.
        try await live.database.write { try $0.script("pragma busy_timeout = 1") }
        let hold = Hold()
        let locking = Task { [path = live.path] in
            try await OwnThread.run {
                try? Connection(path, .readWrite).write { _ in hold.block() }
            }
        }
        await hold.isReached()
        for n in 1...3 {
            await #expect(throws: Unavailable.locked) { try await live.add(n) }
        }
        #expect(live.database.trouble == nil)
        #expect(try live.notes == [])
        hold.release()
        try await locking.value
        try await live.add(4)
        #expect(try live.notes == [4])
    }

    @Test("Whose disk is full refuses the whole group, and takes writes when there is space again")
    func full() async throws {
        let live = try await LiveDatabase { $0.retryTime = .milliseconds(1) }
        try await live.database.write { try $0.script("pragma max_page_count = 20") }
        let results = try await live.together([
            { try $0.run("insert into note (n) values (1)") },
            { try $0.run("insert into note (n, words) values (2, hex(zeroblob(100000)))") },
            { try $0.run("insert into note (n) values (3)") },
        ])
        #expect(results.map(\.unavailable) == [.diskFull, .diskFull, .diskFull])
        #expect(try live.notes == [])
        #expect(soon { live.database.trouble == nil })
        try await live.add(4)
        #expect(try live.notes == [4])
    }

    @Test("That is damaged takes no more writes, but goes on reading")
    func damaged() async throws {
        let live = try await LiveDatabase { $0.retryTime = .milliseconds(1) }
        try await live.add(1)
        let damage = SQLiteError(code: 11, message: "the disk image is malformed")
        let (hold, blocking) = await live.hold()
        let writes = [
            await live.queue { _ in throw damage },
            await live.queue { try $0.run("insert into note (n) values (2)") },
        ]
        hold.release()
        try await blocking.value
        let reason = Unavailable.diskFailed("the disk image is malformed (SQLite 11)")
        for write in writes { #expect(await write.result.unavailable == reason) }
        #expect(live.database.trouble == reason)
        await #expect(throws: reason) { try await live.add(3) }
        #expect(try live.notes == [1])
        // Nothing of the log is moved any more, not even at the end.
        let log = try size(of: "\(live.path)-wal")
        live.database.close()
        #expect(try size(of: "\(live.path)-wal") == log)
        #expect(live.database.trouble == .closed)
    }

    @Test("Reaches those who wait behind the group, too")
    func waiting() async throws {
        let live = try await LiveDatabase { $0.groupSize = 1 }
        let damage = SQLiteError(code: 10, message: "disk I/O error")
        let (hold, blocking) = await live.hold()
        let first = await live.queue { _ in throw damage }
        var others: [Task<Int, any Error>] = []
        for n in 1...5 {
            others.append(await live.queue { try $0.run("insert into note (n) values (\(n))") })
        }
        hold.release()
        try await blocking.value
        for write in [first] + others {
            #expect(
                await write.result.unavailable == .diskFailed("disk I/O error (SQLite 10)"))
        }
        #expect(try live.notes == [])
    }

    @Test("Of memory only goes on with the next write")
    func memory() async throws {
        let live = try await LiveDatabase()
        await #expect(throws: Unavailable.outOfMemory) {
            try await live.database.write { _ in throw SQLiteError.outOfMemory }
        }
        try await live.add(1)
        #expect(try live.notes == [1])
    }
}
