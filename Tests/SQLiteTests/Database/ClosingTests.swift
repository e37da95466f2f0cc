import Posix
import SQLite
import Testing
import Workbench

@Suite("Closing a database")
struct ClosingTests {
    @Test("Finishes what waits, and takes nothing more")
    func finishes() async throws {
        let live = try await LiveDatabase { $0.groupSize = 2 }
        let (hold, blocking) = await live.hold()
        var writes: [Task<Int, any Error>] = []
        for n in 1...5 {
            writes.append(await live.queue { try $0.run("insert into note (n) values (\(n))") })
        }
        let closing = Task { try await OwnThread.run { live.database.close() } }
        while live.database.trouble != .closed { await Task.yield() }
        await #expect(throws: Unavailable.closed) { try await live.add(6) }
        hold.release()
        try await blocking.value
        for write in writes { #expect(try await write.value == 1) }
        try await closing.value
        await #expect(throws: Unavailable.closed) { try await live.add(7) }
        #expect(try live.notes == [1, 2, 3, 4, 5])
    }

    @Test("Leaves an empty log, and everything in the file")
    func tidy() async throws {
        let live = try await LiveDatabase { $0.checkpointPages = 1_000_000 }
        try await LiveDatabase.each(1..<51) { _ = try await live.add($0) }
        #expect(try size(of: "\(live.path)-wal") > 0)
        live.database.close()
        #expect(try size(of: "\(live.path)-wal") == 0)
        let count = try Connection(live.path, .immutable).read {
            try $0.count("select count(*) from note")
        }
        #expect(count == 50)
    }

    @Test("May be done by many at once, and again")
    func often() async throws {
        let live = try await LiveDatabase()
        try await live.add(1)
        try await LiveDatabase.each(0..<4) { _ in
            try await OwnThread.run { live.database.close() }
        }
        live.database.close()
        #expect(try live.notes == [1])
    }

    @Test("May be followed by opening it again")
    func again() async throws {
        let live = try await LiveDatabase()
        for n in 1...40 {
            live.database.close()
            try live.database.open()
            try live.database.open()
            try await live.add(n)
        }
        #expect(try live.notes == Array(1...40))
    }

    @Test("Waits for a last work that asks how far the log is written")
    func lastWork() async throws {
        let live = try await LiveDatabase()
        let positions = Notes<LogPosition?>()
        live.database.beforeCheckpoints { [database = live.database] position in
            positions.add(position)
            positions.add(database.logPosition)
        }
        try await live.add(1)
        live.database.close()
        #expect(positions.all.count >= 2)
        #expect(Set(positions.all.suffix(2).map { $0?.frames }).count == 1)
    }

    @Test("Is done for who forgets it, after what waits")
    func forgotten() async throws {
        let folder = try TemporaryFolder()
        let path = "\(folder.path)/test.db"
        do {
            let database = Database(DatabaseOptions(path: path))
            try database.open()
            try await database.write { try $0.script("create table note (n integer) strict") }
        }
        #expect(try size(of: "\(path)-wal") == 0)
    }
}
