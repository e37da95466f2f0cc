import Testing
import Workbench

@testable import trial

/// The power goes at the nth change of the disk, for every n. If these failed, the disk would promise too
/// little; if their controls failed, it would promise too much.
@Suite("SQLite in a power cut")
struct SQLitePowerCutTests {
    /// What a cut left, compared with what was acknowledged before it.
    private struct Remains: Hashable {
        var isWhole = true
        var isMissingSome = false

        static let complete = Remains()
        static let incomplete = Remains(isMissingSome: true)
    }

    @Test("With a log that is synced fully no commit is lost")
    func full() throws {
        #expect(try remains(journal: "wal", synchronous: "full") == [.complete])
    }

    @Test("With a log that is synced at checkpoints alone commits are lost, but the rest is whole")
    func normal() throws {
        #expect(try remains(journal: "wal", synchronous: "normal") == [.complete, .incomplete])
    }

    @Test("Without syncs even the rest may be broken")
    func off() throws {
        let remains = try remains(journal: "wal", synchronous: "off")
        #expect(remains.contains { $0.isMissingSome })
        #expect(remains.contains { !$0.isWhole })
    }

    // https://www.sqlite.org/pragma.html#pragma_synchronous
    @Test("With a journal that is deleted its folder has to be synced too")
    func deleted() throws {
        #expect(try remains(journal: "delete", synchronous: "extra") == [.complete])
        #expect(try remains(journal: "delete", synchronous: "full") == [.complete, .incomplete])
    }

    private let transactions = 6

    /// What was seen after any cut.
    private func remains(journal: String, synchronous: String) throws -> Set<Remains> {
        var seen: Set<Remains> = []
        for nth in 1...1_000 {
            let folder = try ScratchFolder(.memory)
            let disk = try Disk(.remembering)
            disk.plan(Fault(.changes, nth: nth, .fromThenOn))
            let acknowledged = write(to: "\(folder.path)/test.db", on: disk, journal, synchronous)
            guard disk.failures > 0 else { return seen }
            for seed in 0..<3 {
                seen.insert(try remains(on: disk, UInt64(nth * 3 + seed), acknowledged))
            }
        }
        Issue.record("The power went at every change, and still the end was not reached.")
        return seen
    }

    /// Adds two notes in each of some transactions, with checkpoints in between, as far as it goes; the
    /// number of transactions that were acknowledged.
    private func write(
        to path: String, on disk: Disk, _ journal: String, _ synchronous: String
    ) -> Int {
        guard let connection = try? RawConnection(path, on: disk) else { return 0 }
        connection.run(
            """
            pragma synchronous = \(synchronous);
            pragma journal_mode = \(journal);
            pragma wal_autocheckpoint = 0;
            create table note (n integer not null) strict;
            create index note_n on note (n);
            """)
        for number in 1...transactions {
            let isCommitted = connection.run(
                """
                begin immediate;
                insert into note values (\(number)), (-\(number));
                commit;
                """)
            guard isCommitted == 0 else { return number - 1 }
            if number % 2 == 0 { connection.run("pragma wal_checkpoint(\(mode(number)))") }
        }
        return transactions
    }

    private func mode(_ number: Int) -> String {
        number == 4 ? "truncate" : "passive"
    }

    private func remains(on disk: Disk, _ seed: UInt64, _ acknowledged: Int) throws -> Remains {
        let after = try ScratchFolder(.memory)
        try disk.writeImage(to: after.path, seed: seed)
        let connection = try RawConnection("\(after.path)/test.db")
        connection.run("pragma synchronous = off")
        let isWhole = connection.text("pragma integrity_check") == "ok"
        let sum = connection.number("select coalesce(sum(n), 0) from note")
        let count = connection.number("select count(*) from note") ?? 0
        return Remains(
            isWhole: isWhole && sum ?? 0 == 0 && count % 2 == 0,
            isMissingSome: count < 2 * acknowledged)
    }
}
