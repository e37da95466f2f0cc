import SQLite
import Testing
import Workbench

@Suite("A task that is cancelled")
struct CancellationTests {
    @Test("Before its write began: it is told at once, and the write never begins")
    func before() async throws {
        let live = try await LiveDatabase()
        let (hold, blocking) = await live.hold()
        let performed = Notes<Int>()
        let write = await live.queue { _ in
            performed.add(1)
            return 1
        }
        write.cancel()
        // The writer is still held up: nobody else can have answered.
        await #expect(throws: CancellationError.self) { try await write.value }
        hold.release()
        try await blocking.value
        try await live.add(1)
        #expect(performed.all == [])
    }

    @Test("After its write began: nothing changes")
    func after() async throws {
        let live = try await LiveDatabase()
        let hold = Hold()
        let write = Task {
            try await live.database.write { tx in
                try tx.run("insert into note (n) values (1)")
                hold.block()
                // The writer's thread belongs to no task, so nothing of this is interrupted either.
                return try tx.count(
                    """
                    with recursive number (n) as (
                        select 1 union all select n + 1 from number where n < 20000
                    )
                    select count(*) from number
                    """)
            }
        }
        await hold.isReached()
        write.cancel()
        hold.release()
        #expect(try await write.value == 20_000)
        #expect(try live.notes == [1])
    }

    @Test("Before it asks for a write: it takes no place in the queue")
    func early() async throws {
        let live = try await LiveDatabase { $0.waitingWrites = 1 }
        let (hold, blocking) = await live.hold()
        let write = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await live.add(1)
        }
        await #expect(throws: CancellationError.self) { try await write.value }
        #expect(live.database.waitingWrites == 0)
        hold.release()
        try await blocking.value
        #expect(try live.notes == [])
    }

    @Test("At any moment: either it is told so and nothing happened, or all of it did")
    func race() async throws {
        let live = try await LiveDatabase()
        let done = Notes<Int>()
        try await LiveDatabase.each(1..<401) { n in
            let write = Task { try await live.add(n) }
            for _ in 0..<(n % 7) { await Task.yield() }
            write.cancel()
            switch await write.result {
            case .success: done.add(n)
            case .failure(let error): #expect(error is CancellationError)
            }
        }
        #expect(try live.notes == done.all.sorted())
    }

    @Test("Stops its reads, even in the middle of rows")
    func reading() async throws {
        let live = try await LiveDatabase()
        let task = Task {
            try live.database.read(within: .seconds(600)) { reader in
                try reader.each(
                    """
                    with recursive number (n) as (select 1 union all select n + 1 from number)
                    select n from number
                    """
                ) { row in
                    if try row.integer(0) == 5 { withUnsafeCurrentTask { $0?.cancel() } }
                }
            }
        }
        let error = await #expect(throws: SQLiteError.self) { try await task.value }
        #expect(error?.kind == .interrupted)
        #expect(try live.notes == [])
    }
}
