import Glibc
import Posix
import SQLite
import Synchronization
import Testing
import Workbench

@Suite("The log")
struct CheckpointTests {
    private static let frame = 24 + 4_096

    @Test("Stays short, though readers come and go without a pause")
    func bounded() async throws {
        let live = try await LiveDatabase {
            $0.checkpointPages = 10
            $0.groupSize = 1
        }
        let isOver = Stop()
        let threads = try (0..<3).map { _ in
            try OwnThread {
                while !isOver.isTrue.load(ordering: .relaxed) {
                    try? live.database.read(within: .seconds(60)) { reader in
                        _ = try reader.count("select count(*) from note")
                        // So long that one of them is always in the way.
                        usleep(2_000)
                    }
                }
            }
        }
        var longest = 0
        for round in 0..<10 {
            try await LiveDatabase.each(round * 30 + 1..<round * 30 + 31) { n in
                _ = try await live.database.write {
                    try $0.run("insert into note (n, words) values (\(n), hex(zeroblob(6000)))")
                }
            }
            longest = max(longest, try size(of: "\(live.path)-wal"))
        }
        isOver.isTrue.store(true, ordering: .relaxed)
        try await OwnThread.run { for thread in threads { thread.join() } }
        // Each of those commits has written five pages or more.
        #expect(longest < 800 * CheckpointTests.frame)
        #expect(try live.notes.count == 300)
    }

    @Test("Is moved into the file by nobody but the writer")
    func readers() async throws {
        let live = try await LiveDatabase {
            $0.checkpointPages = 1_000_000
            $0.idleTime = .seconds(600)
        }
        try await live.database.write { tx in
            for n in 1...1_100 {
                try tx.run("insert into note (n, words) values (\(n), hex(zeroblob(1900)))")
            }
        }
        let before = try size(of: live.path)
        for _ in 0..<3 {
            let connection = try Connection(live.path, .readOnly)
            _ = try connection.read { try $0.count("select count(*) from note") }
        }
        #expect(try live.notes.count == 1_100)
        #expect(try size(of: live.path) == before)
        #expect(try size(of: "\(live.path)-wal") > 1_000 * CheckpointTests.frame)
    }

    @Test("Is moved into the file when nothing happens")
    func idle() async throws {
        let live = try await LiveDatabase { $0.idleTime = .milliseconds(1) }
        // The table's own. While it is still to come, it may take the first note along.
        #expect(soon { live.checkpoints == 1 })
        try await live.add(1)
        let first = try #require(live.database.logPosition)
        #expect(soon { live.checkpoints == 2 })
        try await live.add(2)
        #expect(live.database.logPosition?.salt != first.salt)
    }

    @Test("Is moved as soon as the last reader who needs it is gone, though nobody writes")
    func afterReader() async throws {
        let live = try await LiveDatabase {
            $0.idleTime = .milliseconds(1)
            $0.checkpointPages = 1_000_000
        }
        let (hold, reading) = await live.holdReader()
        try await live.database.write { tx in
            for n in 1...100 {
                try tx.run("insert into note (n, words) values (\(n), hex(zeroblob(1900)))")
            }
        }
        #expect(soon { live.checkpoints > 1 })
        let before = try size(of: live.path)
        hold.release()
        _ = try await reading.value
        #expect(soon { (try? size(of: live.path)) ?? 0 > before })
    }

    @Test("Grows while a reader needs it, and writes don't wait for that reader")
    func longReader() async throws {
        let live = try await LiveDatabase { $0.checkpointPages = 1 }
        let (hold, reading) = await live.holdReader()
        // Three times as long as one that is waited for.
        try await live.database.write { tx in
            for n in 1...48 {
                try tx.run("insert into note (n, words) values (\(n), hex(zeroblob(1900)))")
            }
        }
        let begin = ContinuousClock.now
        try await live.add(101)
        // The patience of 5 s that connections have elsewhere would be spent on it.
        #expect(ContinuousClock.now - begin < .seconds(4))
        for n in 102...104 { try await live.add(n) }
        hold.release()
        _ = try await reading.value
        try await live.add(105)
        try await live.add(106)
        #expect(soon { live.database.logPosition.map { $0.frames < 48 } == true })
    }

    private final class Stop: Sendable {
        let isTrue = Atomic(false)
    }
}
