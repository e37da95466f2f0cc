import SQLite
import Synchronization
import Testing
import Time
import Workbench

@Suite("Writes that are committed together")
struct GroupCommitTests {
    @Test("Are all done, in fewer commits than there are writes")
    func many() async throws {
        let live = try await LiveDatabase()
        try await LiveDatabase.each(1..<501) { _ = try await live.add($0) }
        #expect(try live.notes == Array(1...500))
        #expect(live.database.statistics.commits.values.counts.reduce(0, +) < 501)
    }

    @Test("Are answered when others can see them")
    func visible() async throws {
        let live = try await LiveDatabase()
        try await LiveDatabase.each(1..<201) { n in
            try await live.add(n)
            let found = try live.database.read(within: .seconds(60)) {
                try $0.count("select count(*) from note where n = \(n)")
            }
            #expect(found == 1)
        }
    }

    @Test("Get each its own answer")
    func answers() async throws {
        let live = try await LiveDatabase()
        let bodies = (1...10).map { n in { @Sendable (_: Transaction) in n * n } }
        #expect(try await live.together(bodies).map(\.value) == (1...10).map { $0 * $0 })
    }

    @Test("Are refused without a trace, and without harm to the others")
    func refusals() async throws {
        let live = try await LiveDatabase()
        let results = try await live.together([
            { try $0.run("insert into note (n) values (1)") },
            { tx in
                try tx.run("insert into note (n) values (2)")
                throw Stop()
            },
            { tx in
                try tx.run("insert into note (n) values (3)")
                return try tx.run("insert into note (n) values (-1)")
            },
            { try $0.run("insert into note (n) values (4)") },
        ])
        #expect(results.map(\.value) == [1, nil, nil, 1])
        #expect(throws: Stop.self) { try results[1].get() }
        #expect(results[2].refusal?.constraint?.name == "note_is_positive")
        #expect(try live.notes == [1, 4])
        #expect(live.database.statistics.groups.values.sum == 6)
    }

    @Test("Are refused only when the row that they were refused for is on disk")
    func refusalAfterCommit() async throws {
        let live = try await LiveDatabase()
        let (hold, blocking) = await live.hold()
        let first = await live.queue { try $0.run("insert into note (n) values (1)") }
        let second = await live.queue { try $0.run("insert into note (n) values (1)") }
        let seen = Task {
            let result = await second.result
            return (result.refusal?.constraint?.name, try live.notes)
        }
        hold.release()
        #expect(try await seen.value == ("note_n", [1]))
        #expect(try await first.value == 1)
        try await blocking.value
    }

    @Test("See what those before them did, and have each the time at which it began")
    func order() async throws {
        let time = Mutex(Int64(0))
        let clock = Clock {
            time.withLock { now in
                now += 1
                return Instant(milliseconds: now)
            }
        }
        let live = try await LiveDatabase(clock: clock)
        let body: LiveDatabase.Body = { tx in
            try tx.run("insert into note (n) values (\(tx.now))")
            return try tx.count("select count(*) from note")
        }
        #expect(try await live.together([body, body, body]).map(\.value) == [1, 2, 3])
        let notes = try live.notes
        #expect(Set(notes).count == 3)
    }

    @Test("Tell of their commit before they are answered, unless they were refused")
    func afterCommit() async throws {
        let live = try await LiveDatabase()
        let told = Notes<Int>()
        let results = try await live.together([
            { tx in
                tx.afterCommit { told.add(1) }
                return try tx.run("insert into note (n) values (1)")
            },
            { tx in
                tx.afterCommit { told.add(2) }
                return try tx.run("insert into note (n) values (-1)")
            },
            { tx in
                tx.afterCommit { [told] in told.add((try? live.notes.count) ?? -1) }
                return try tx.run("insert into note (n) values (3)")
            },
        ])
        #expect(results.map(\.value) == [1, nil, 1])
        #expect(told.all == [1, 2])
        #expect(
            try await live.database.write { tx in
                tx.afterCommit { told.add(7) }
                return told.all
            } == [1, 2])
        #expect(told.all == [1, 2, 7])
    }

    @Test("Are as many as the options say, at most")
    func groupSize() async throws {
        let live = try await LiveDatabase { $0.groupSize = 3 }
        let before = live.database.statistics.commits.values.counts.reduce(0, +)
        _ = try await live.together(
            (1...7).map { n in { try $0.run("insert into note (n) values (\(n))") } })
        let commits = live.database.statistics.commits.values.counts.reduce(0, +) - before
        #expect(commits == 1 + 3)
        #expect(try live.notes.count == 7)
    }

    private struct Stop: Error {}
}
