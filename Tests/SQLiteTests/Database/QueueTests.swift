import SQLite
import Testing
import Workbench

@Suite("The queue of writes")
struct QueueTests {
    @Test("Has a bound; who comes beyond it is refused, and nobody else")
    func bound() async throws {
        let live = try await LiveDatabase { $0.waitingWrites = 3 }
        let (hold, blocking) = await live.hold()
        var writes: [Task<Int, any Error>] = []
        for n in 1...3 {
            #expect(live.database.trouble == nil)
            writes.append(await live.queue { try $0.run("insert into note (n) values (\(n))") })
        }
        #expect(live.database.trouble == .queueFull)
        await #expect(throws: Unavailable.queueFull) { try await live.add(4) }
        #expect(live.database.waitingWrites == 3)
        hold.release()
        try await blocking.value
        for write in writes { #expect(try await write.value == 1) }
        #expect(live.database.trouble == nil)
        try await live.add(5)
        #expect(try live.notes == [1, 2, 3, 5])
    }

    @Test("Takes nothing before the database is open")
    func notYet() async throws {
        let folder = try TemporaryFolder()
        let database = Database(DatabaseOptions(path: "\(folder.path)/test.db"))
        #expect(database.trouble == .closed)
        #expect(database.logPosition == nil)
        await #expect(throws: Unavailable.closed) { try await database.write { _ in } }
        database.close()
    }

    @Test("Stays closed when the database can't be opened")
    func notAtAll() async throws {
        let folder = try TemporaryFolder()
        let database = Database(DatabaseOptions(path: "\(folder.path)/none/test.db"))
        #expect(throws: SQLiteError.self) { try database.open() }
        await #expect(throws: Unavailable.closed) { try await database.write { _ in } }
        #expect(throws: SQLiteError.self) { try database.read(within: .seconds(1)) { _ in } }
    }
}
