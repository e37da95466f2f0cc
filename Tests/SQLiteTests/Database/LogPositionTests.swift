import SQLite
import Testing
import Workbench

@Suite("The position in the log")
struct LogPositionTests {
    private func check(_ live: LiveDatabase) throws {
        let position = try #require(live.database.logPosition)
        let file = LogFile(beside: live.path)
        #expect(position.salt == file.salt)
        #expect(position.pageSize == file.pageSize)
        #expect(position.frames == file.committedFrames)
        #expect(position.bytes <= (try size(of: "\(live.path)-wal")))
        #expect(live.database.statistics.logBytes == position.bytes)
    }

    @Test("Is that of the file after every commit, wherever the log begins anew")
    func everyCommit() async throws {
        let live = try await LiveDatabase { $0.checkpointPages = 7 }
        var salts: Set<UInt64> = []
        for n in 1...60 {
            try await live.add(n)
            // The next write is begun after the checkpoint that may have followed this one.
            try await live.database.write { _ in }
            try check(live)
            salts.insert(live.database.logPosition?.salt ?? 0)
        }
        #expect(salts.count > 3)
    }

    @Test("Is known when a write is answered")
    func atOnce() async throws {
        let live = try await LiveDatabase { $0.checkpointPages = 1_000_000 }
        let known = Notes<Bool>()
        for n in 1...5 {
            try await live.database.write { tx in
                try tx.run("insert into note (n) values (\(n))")
                tx.afterCommit { [database = live.database, path = live.path] in
                    known.add(database.logPosition?.frames == LogFile(beside: path).committedFrames)
                }
            }
            try check(live)
        }
        #expect(known.all == [true, true, true, true, true])
    }

    @Test("Is that of the file when a log begins anew with more than it had before")
    func longer() async throws {
        let live = try await LiveDatabase { $0.checkpointPages = 1 }
        for pages in [1, 40, 3, 200, 1] {
            try await live.database.write { tx in
                for _ in 0..<pages {
                    try tx.run(
                        """
                        insert into note (n, words)
                        select coalesce(max(n), 0) + 1, hex(randomblob(2000)) from note
                        """)
                }
            }
            try await live.database.write { _ in }
            try check(live)
        }
    }

    @Test("Is that of the file when changes spill into the log before their commit")
    func spilled() async throws {
        let live = try await LiveDatabase { $0.checkpointPages = 1 }
        for isKept in [true, false, true, false, true] {
            try? await live.database.write { tx in
                try tx.script("pragma cache_size = 2")
                for _ in 0..<50 {
                    try tx.run(
                        """
                        insert into note (n, words)
                        select coalesce(max(n), 0) + 1, hex(randomblob(2000)) from note
                        """)
                }
                if !isKept { throw CancellationError() }
            }
            try await live.add(10_000 + Int.random(in: 0..<1_000_000))
            try await live.database.write { _ in }
            try check(live)
        }
    }

    @Test("Is told before anything of the log may be overwritten")
    func beforeCheckpoints() async throws {
        let live = try await LiveDatabase { $0.checkpointPages = 5 }
        let told = Notes<LogPosition>()
        live.database.beforeCheckpoints { told.add($0) }
        for n in 1...30 {
            // Of a checkpoint before the first that was told nobody knows here.
            let before = told.all.isEmpty ? nil : live.database.logPosition
            try await live.add(n)
            try await live.database.write { _ in }
            let after = try #require(live.database.logPosition)
            if let before, before.salt != after.salt {
                #expect(told.all.contains { $0.salt == before.salt && $0.frames >= before.frames })
            }
        }
        #expect(told.all.count > 3)
    }
}
