import Testing

@testable import SQLite
@testable import trial

@Suite("The writer's log")
struct LogWritingTests {
    private let disk: Disk
    private let live: LiveDatabase

    init() async throws {
        let disk = try Disk()
        self.disk = disk
        live = try await LiveDatabase { $0.vfs = disk.name }
    }

    /// Adds notes of a kilobyte in one transaction.
    private func addLong(_ notes: ClosedRange<Int>) async throws {
        let words = String(repeating: "x", count: 1_000)
        try await live.database.write { tx in
            for n in notes {
                try tx.run("insert into note (n, words) values (\(n), \(words))")
            }
        }
    }

    /// A log that begins anew, because the writer had nothing to do for a while, gets its header first.
    @Test("Gets all pages of a commit in one write")
    func atOnce() async throws {
        try await live.add(1)
        let writes = disk.count(.write, on: .log)
        try await addLong(2...50)
        #expect((1...2).contains(disk.count(.write, on: .log) - writes))
        #expect(try live.notes == Array(1...50))
    }

    @Test("Gets more than is held in several writes, and nothing of it is missing")
    func inPieces() async throws {
        try await live.add(1)
        let writes = disk.count(.write, on: .log)
        try await addLong(2...500)
        #expect(disk.count(.write, on: .log) > writes + 2)
        let connection = try Connection(live.path, .readOnly)
        #expect(try connection.count("select count(*) from note") == 500)
        #expect(try connection.word("pragma integrity_check") == "ok")
    }

    @Test("A write of it that fails is a commit that fails")
    func failure() async throws {
        try await live.add(1)
        disk.plan(Fault(.write, on: .log, nth: 1))
        await #expect(throws: Unavailable.self) { try await live.add(2) }
        #expect(try live.notes == [1])
    }
}
