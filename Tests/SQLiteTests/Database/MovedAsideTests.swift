import Testing
import Workbench

@testable import SQLite
@testable import trial

@Suite("A log that is moved aside")
struct MovedAsideTests {
    private static func live(_ disk: Disk? = nil) async throws -> LiveDatabase {
        try await LiveDatabase {
            $0.vfs = disk?.name
            $0.checkpointPages = 20
            $0.asidePages = 1
            $0.idleTime = .seconds(600)
            $0.retryTime = .milliseconds(1)
        }
    }

    @Test("Has all that was written, stays short and begins anew, while many read and write")
    func load() async throws {
        let live = try await MovedAsideTests.live()
        let first = try #require(live.database.logPosition)
        var longest = 0
        for round in 0..<20 {
            try await LiveDatabase.each(round * 30 + 1..<round * 30 + 31) { n in
                _ = try await live.database.write {
                    try $0.run("insert into note (n, words) values (\(n), hex(zeroblob(1900)))")
                }
                _ = try live.notes
            }
            longest = max(longest, live.database.logPosition?.frames ?? 0)
        }
        #expect(try live.notes == Array(1...600))
        #expect(live.database.logPosition?.salt != first.salt)
        #expect(live.checkpoints > 10)
        #expect(longest < 2_000)
        live.database.close()
        #expect(try size(of: "\(live.path)-wal") == 0)
        let connection = try Connection(live.path, .readOnly)
        #expect(try connection.value("pragma integrity_check") == .text("ok"))
        #expect(try connection.count("select count(*) from note") == 600)
    }

    @Test(
        "Is moved aside again where more has come meanwhile, some times at most",
        .timeLimit(.minutes(2)))
    func again() async throws {
        let live = try await MovedAsideTests.live()
        let first = try #require(live.database.logPosition)
        var n = 0
        func addUntil(_ isOver: () -> Bool) async throws {
            repeat {
                n += 1
                let number = n
                _ = try await live.database.write {
                    try $0.run(
                        "insert into note (n, words) values (\(number), hex(zeroblob(4000)))")
                }
                try await Task.sleep(for: .milliseconds(5))
            } while !isOver()
        }
        try await addUntil { live.checkpoints > 0 }
        #expect(live.checkpoints == 1)
        #expect(live.database.logPosition?.salt == first.salt)
        try await addUntil { live.database.logPosition?.salt != first.salt }
        #expect(live.checkpoints >= 7)
    }

    @Test("Is all in the file when the database is closed meanwhile", arguments: 0..<10)
    func closing(delay: Int) async throws {
        let live = try await MovedAsideTests.live()
        _ = try await live.database.write { tx in
            for n in 1...200 {
                try tx.run("insert into note (n, words) values (\(n), hex(zeroblob(1900)))")
            }
        }
        try await Task.sleep(for: .microseconds(100 * delay))
        live.database.close()
        #expect(try size(of: "\(live.path)-wal") == 0)
        let connection = try Connection(live.path, .readOnly)
        #expect(try connection.count("select count(*) from note") == 200)
    }

    @Test("Stops the writes when the file can't be written, and nothing is lost")
    func failure() async throws {
        let disk = try Disk()
        let live = try await MovedAsideTests.live(disk)
        disk.plan(Fault(.write, on: .database, .fromThenOn))
        var done: [Int] = []
        for n in 1...500 {
            guard (try? await live.add(n)) != nil else { break }
            done.append(n)
        }
        #expect(done.count < 500)
        #expect(live.database.trouble != nil)
        #expect(try live.notes == done)
        live.database.close()
        let next = Database(DatabaseOptions(path: live.path))
        try next.open()
        let left = try next.read(within: .seconds(60)) {
            try $0.all("select n from note order by n") { try $0.integer(0) }
        }
        #expect(left == done)
        next.close()
    }

    @Test("Takes writes again as soon as a full disk has space")
    func full() async throws {
        let disk = try Disk()
        let live = try await MovedAsideTests.live(disk)
        disk.plan(Fault(.grow, on: .database, .fromThenOn))
        var n = 0
        while n < 500, live.database.trouble == nil {
            n += 1
            _ = try? await live.database.write { [n] in
                try $0.run("insert into note (n, words) values (\(n), hex(zeroblob(1900)))")
            }
        }
        #expect(live.database.trouble == .diskFull)
        disk.heal()
        #expect(soon { live.database.trouble == nil })
        for n in 1_001...1_100 { try await live.add(n) }
        #expect(try live.notes.suffix(100) == Array(1_001...1_100))
    }
}
