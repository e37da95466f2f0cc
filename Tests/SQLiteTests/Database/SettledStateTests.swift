import Posix
import Synchronization
import Testing
import Workbench

@testable import SQLite

@Suite("The state that everybody sees")
struct SettledStateTests {
    @Test("Has another number behind each commit, before whoever wrote is told")
    func commits() async throws {
        let live = try await LiveDatabase { $0.idleTime = .seconds(600) }
        var seen: Set<Int> = []
        for n in 1...20 {
            _ = try await live.add(n)
            let state = try #require(live.database.settledState)
            #expect(seen.insert(state).inserted)
            _ = try live.notes
            #expect(live.database.settledState == state)
        }
    }

    /// What was read in each state by those who found its number unchanged afterwards.
    private final class Ledger: Sendable {
        private let counts = Mutex<[Int: Set<Int>]>([:])
        private let isFull = Atomic(false)

        var all: [Set<Int>] { counts.withLock { Array($0.values) } }

        func close() { isFull.store(true, ordering: .relaxed) }

        func fill(from database: Database) {
            while !isFull.load(ordering: .relaxed) {
                let before = database.settledState
                let count = try? database.read(within: .seconds(60)) {
                    try $0.count("select count(*) from note")
                }
                guard let count, let before, database.settledState == before else { continue }
                counts.withLock { _ = $0[before, default: []].insert(count) }
            }
        }
    }

    @Test("Is one for all who read while its number stays the same", .timeLimit(.minutes(2)))
    func same() async throws {
        let live = try await LiveDatabase()
        let ledger = Ledger()
        let database = live.database
        async let first: Void = OwnThread.run { ledger.fill(from: database) }
        async let second: Void = OwnThread.run { ledger.fill(from: database) }
        for n in 1...1_000 { _ = try await live.add(n) }
        ledger.close()
        _ = try await (first, second)
        #expect(ledger.all.count > 10)
        #expect(ledger.all.allSatisfy { $0.count == 1 })
    }

    @Test("Is not known from the log's sync until the commit is done")
    func uncertain() {
        let commits = CommitCount()
        let first = commits.settled
        #expect(first != nil)
        commits.mayShow()
        commits.mayShow()
        #expect(commits.settled == nil)
        commits.settle()
        let second = commits.settled
        #expect(second != nil)
        #expect(second != first)
        commits.settle()
        #expect(commits.settled != nil)
        #expect(commits.settled != second)
    }
}
