import Processes
import SQLite
import Testing
import Workbench

@Suite("An unclean end")
struct UncleanEndTests {
    /// Copies the files as they are at this moment, as a kill of the process would leave them. Another
    /// process does it: closing the files in this one would drop SQLite's locks.
    private func copy(_ live: LiveDatabase, _ name: String) throws -> Database {
        let target = "\(live.folder.path)/\(name)"
        for end in ["", "-wal"] {
            try live.folder.write("", to: "said")
            let said = "\(live.folder.path)/said"
            var copying = try ChildProcess(
                "/bin/cp", [live.path + end, target + end], output: said, errors: said)
            #expect(copying.waited() == .exit(0))
        }
        return Database(DatabaseOptions(path: target))
    }

    private func notes(_ database: Database) throws -> Set<Int> {
        try database.open()
        defer { database.close() }
        return try database.read(within: .seconds(60)) { reader in
            let report = try reader.first("pragma integrity_check") { try $0.text(0) }
            #expect(report == "ok")
            return try Set(reader.all("select n from note") { try $0.integer(0) })
        }
    }

    @Test("While others write loses nothing that was answered")
    func writing() async throws {
        let live = try await LiveDatabase {
            $0.checkpointPages = 1_000_000
            $0.idleTime = .seconds(600)
        }
        let answered = Notes<Int>()
        let writing = Task {
            try await LiveDatabase.each(1..<301) { n in
                try await live.add(n)
                answered.add(n)
            }
        }
        while answered.all.count < 20 { await Task.yield() }
        for name in ["a", "b"] {
            let before = answered.all
            let found = try notes(copy(live, name))
            #expect(found.isSuperset(of: before))
        }
        try await writing.value
        #expect(try notes(copy(live, "c")) == Set(1...300))
    }

    @Test(
        "In the middle of a write loses nothing that was answered, and leaves no half of that write"
    )
    func held() async throws {
        let live = try await LiveDatabase { $0.checkpointPages = 5 }
        for n in 1...40 { try await live.add(n) }
        let hold = Hold()
        let write = Task {
            try await live.database.write { tx in
                try tx.script("pragma cache_size = 2")
                for n in 101...200 {
                    try tx.run("insert into note (n, words) values (\(n), hex(zeroblob(1900)))")
                }
                hold.block()
            }
        }
        await hold.isReached()
        let database = try copy(live, "copy")
        hold.release()
        try await write.value
        #expect(try notes(database) == Set(1...40))
    }
}
