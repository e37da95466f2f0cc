import SQLite
import Studio
import Testing
import Workbench

@testable import Booking

@Suite("A replay")
struct ReplayTests {
    private func rebuild(_ file: StudioFile, _ chapters: [Chapter] = [Studio.chapter]) throws -> Int
    {
        let replay = Replay(try Chapters(chapters))
        return try file.write { try replay.rebuild(in: $0) }
    }

    /// What a replay says that fails, and that nothing has changed.
    private func refusal(
        _ file: StudioFile, _ chapters: [Chapter] = [Studio.chapter]
    ) throws -> String? {
        let before = try file.readTables
        let failure = #expect(throws: ReplayFailure.self) { try rebuild(file, chapters) }
        #expect(try file.readTables == before)
        return failure?.description
    }

    private func append(_ kind: String, _ data: String, stream: String, to file: StudioFile) throws
    {
        _ = try file.write { tx in
            try tx.run(
                """
                insert into journal (stream, version, kind, data, at)
                values (\(stream), 1, \(kind), \(data), 0)
                """)
        }
    }

    @Test("Of any history makes the same tables", arguments: 0..<40)
    func anyHistory(seed: UInt64) throws {
        let file = try StudioFile(seed: seed, acts: 300)
        let before = try file.readTables
        #expect(before.count > 20)
        let entries = try file.read { try $0.count("select count(*) from journal") }
        // A later hour must not show.
        file.now.milliseconds += 1_000_000
        #expect(try rebuild(file) == entries)
        #expect(try file.readTables == before)
    }

    @Test("Mends what was changed behind the journal's back")
    func mends() throws {
        let file = try StudioFile(seed: 1, acts: 200)
        let before = try file.readTables
        try file.tamper("update sitting set taken = 0; delete from claim where state = 'live'")
        try file.tamper("insert into sitting values ('x', 1, 0, 0)")
        #expect(try file.readTables != before)
        _ = try rebuild(file)
        #expect(try file.readTables == before)
    }

    @Test("Leaves personal data alone")
    func people() throws {
        let file = try StudioFile(seed: 2, acts: 200)
        let people = try file.read { try $0.count("select count(*) from person") }
        #expect(people > 0)
        _ = try rebuild(file)
        #expect(try file.read { try $0.count("select count(*) from person") } == people)
    }

    @Test("Of an empty journal empties the tables")
    func empty() throws {
        let file = try StudioFile()
        try file.tamper("insert into sitting values ('x', 1, 0, 0)")
        #expect(try rebuild(file) == 0)
        #expect(try file.readTables.isEmpty)
    }

    @Test("Tells how far it is")
    func progress() throws {
        let file = try StudioFile(seed: 3, acts: 4_000)
        let notes = Notes<[Int]>()
        let replay = Replay(try Chapters([Studio.chapter]))
        let count = try file.write {
            try replay.rebuild(in: $0) { notes.add([$0, $1]) }
        }
        #expect(count > 1_000)
        #expect(notes.all.first == [1_000, count])
        #expect(notes.all.last == [count, count])
    }

    @Test("Stops at a kind that it doesn't know, and names it")
    func unknownKind() throws {
        let file = try StudioFile(seed: 4, acts: 10)
        let entries = try file.read { try $0.count("select count(*) from journal") }
        try append("claim.lost", "{}", stream: "claim/1", to: file)
        #expect(
            try refusal(file) == "entry \(entries + 1) (claim.lost) is of a kind that this version "
                + "of Roost doesn't know")
    }

    @Test(
        "Stops at an entry that it can't read, and names it",
        arguments: [
            ("{", "is not JSON: A member's name is missing. (byte 1)"),
            ("{}", "can't be read: capacity is required"),
            ("[]", "can't be read: it must be an object"),
            (#"{"capacity":0}"#, "can't be read: capacity must be at least 1"),
        ])
    func unreadable(data: String, what: String) throws {
        let file = try StudioFile()
        try append("sitting.opened", data, stream: "sitting/1", to: file)
        #expect(try refusal(file) == "entry 1 (sitting.opened) \(what)")
    }

    @Test("Stops at an entry that stands in another thing's stream")
    func misplaced() throws {
        let file = try StudioFile()
        try append("sitting.opened", #"{"capacity":1}"#, stream: "claim/1", to: file)
        #expect(
            try refusal(file)
                == "entry 1 (sitting.opened) is in the stream claim/1, where it can't be")
    }

    @Test("Stops at an entry that the tables refuse")
    func refused() throws {
        let file = try StudioFile()
        let sitting = Studio.id(1)
        try file.write { _ = try file.studio.open(sitting, capacity: 1, in: $0) }
        try append("claim.released", #"{"sitting":"\#(sitting)"}"#, stream: "claim/1", to: file)
        #expect(try refusal(file)?.contains("can't be applied: CHECK constraint failed") == true)
    }

    @Test("Stops at a gap")
    func gap() throws {
        let file = try StudioFile(seed: 6, acts: 50)
        try file.tamper("drop trigger journal_no_delete; delete from journal where seq = 3")
        #expect(try refusal(file) == "the journal has no entry 3: behind 2 comes 4")
    }

    @Test("Without space for the tables changes nothing, and blames the disk and no entry")
    func fullDisk() throws {
        let file = try StudioFile(seed: 7, acts: 2_000)
        try file.tamper("delete from claim; delete from sitting; vacuum")
        let pages = try file.read { try $0.count("pragma page_count") }
        try file.connection.script("pragma max_page_count = \(pages)")
        let error = #expect(throws: SQLiteError.self) { try rebuild(file) }
        #expect(error?.kind == .full)
        #expect(try file.readTables.isEmpty)
    }
}
