import SQLite
import Testing
import Workbench

@Suite("What the writer counts")
struct StatisticsTests {
    @Test("Adds up")
    func sums() async throws {
        let live = try await LiveDatabase {
            $0.checkpointPages = 1_000_000
            $0.idleTime = .seconds(600)
        }
        let statistics = live.database.statistics
        // The schema was one; then come one that holds up the writer and the group behind it, twice.
        for round in 0..<2 {
            _ = try await live.together(
                (1...5).map { n in { try $0.run("insert into note (n) values (\(round * 9 + n))") }
                })
        }
        let (groups, writes) = statistics.groups.values
        #expect(groups.reduce(0, +) == 5)
        #expect(writes == 13)
        // Up to 1, 2, 4, 8 writes.
        #expect(groups.prefix(4) == [3, 0, 0, 2])
        #expect(statistics.waits.values.counts.reduce(0, +) == 13)
        #expect(statistics.commits.values.counts.reduce(0, +) == 5)
        #expect(statistics.checkpoints.values.counts.reduce(0, +) == 0)
        // Each commit that changed something, and the beginning of the log.
        #expect(statistics.syncCount == 3 + 1)
        #expect(statistics.syncMicroseconds <= statistics.commits.values.sum + 5)
        #expect(statistics.logBytes == live.database.logPosition?.bytes)
        #expect(live.database.waitingWrites == 0)
    }

    @Test("Goes by ranges whose upper bounds belong to them")
    func buckets() async throws {
        let live = try await LiveDatabase { $0.groupSize = 200 }
        for size in [1, 2, 3, 4, 5, 129] {
            _ = try await live.together((0..<size).map { _ in { _ in 0 } })
        }
        // Each behind a group of one, and all of them behind the schema.
        #expect(
            live.database.statistics.groups.values.counts == [1 + 6 + 1, 1, 2, 1, 0, 0, 0, 0, 1])
    }

    @Test("Counts checkpoints, too")
    func checkpoints() async throws {
        let live = try await LiveDatabase { $0.checkpointPages = 1 }
        for n in 1...5 { try await live.add(n) }
        try await live.database.write { _ in }
        let statistics = live.database.statistics
        #expect(statistics.checkpoints.values.counts.reduce(0, +) >= 5)
    }
}
