import JSON
import SQLite
import Studio
import Testing
import Workbench

@testable import Booking

@Suite("Recording")
struct RecordTests {
    private let file: StudioFile
    private var studio: Studio { file.studio }
    private let sitting = Studio.id(1)
    private let claim = Studio.id(2)
    private let person = Studio.id(3)

    init() throws {
        file = try StudioFile()
    }

    private var lines: [[SQLValue]] {
        get throws {
            try file.read { reader in
                try reader.all(
                    "select seq, stream, version, kind, data, actor, at from journal order by seq"
                ) { row in try (0..<7).map { try row.value($0) } }
            }
        }
    }

    @Test("Entries are appended and change the read tables")
    func recorded() throws {
        let head = try file.write { tx in
            try studio.open(sitting, capacity: 3, by: "anna", in: tx)
            return try studio.place(claim, on: sitting, for: person, in: tx)
        }
        #expect(
            head == EntryHead(seq: 2, id: claim, version: 1, actor: person, at: file.now))
        let at = SQLValue.integer(file.now.milliseconds)
        #expect(
            try lines == [
                [
                    .integer(1), .text("sitting/\(sitting)"), .integer(1),
                    .text("sitting.opened"), .text(#"{"capacity":3}"#), .text("anna"), at,
                ],
                [
                    .integer(2), .text("claim/\(claim)"), .integer(1), .text("claim.placed"),
                    .text(#"{"sitting":"\#(sitting)","person":"\#(person)"}"#), .text(person),
                    at,
                ],
            ])
        #expect(
            try file.readTables == [
                [.text(sitting), .integer(3), .integer(1), at],
                [.text(claim), .text(sitting), .text(person), .text("live"), at, .null],
            ])
    }

    @Test("Every stream counts its own versions")
    func versions() throws {
        let heads = try file.write { tx in
            [
                try studio.open(sitting, capacity: 3, in: tx),
                try studio.place(claim, on: sitting, for: person, in: tx),
                try studio.release(claim, in: tx),
                try studio.open(Studio.id(9), capacity: 3, in: tx),
            ]
        }
        #expect(heads.map(\.seq) == [1, 2, 3, 4])
        #expect(heads.map(\.version) == [1, 1, 2, 1])
    }

    @Test("A stream names its thing byte by byte", arguments: ["1", "\u{301}x", "a/b", ""])
    func streams(id: String) throws {
        let kind = ReplayableKind(Studio.opened)
        #expect(kind.id(in: "sitting/" + id)?.utf8.elementsEqual(id.utf8) == true)
        #expect(kind.id(in: "sittings/" + id) == nil)
    }

    @Test("What was refused leaves neither an entry nor a gap")
    func refused() throws {
        try file.write { _ = try studio.open(sitting, capacity: 1, in: $0) }
        #expect(throws: Studio.Refusal.noSuchSitting) {
            try file.write { tx in
                try studio.open(Studio.id(8), capacity: 1, in: tx)
                try studio.place(claim, on: Studio.id(7), for: person, in: tx)
            }
        }
        let head = try file.write { try studio.open(Studio.id(9), capacity: 1, in: $0) }
        #expect(head.seq == 2)
        #expect(try lines.count == 2)
    }

    @Test("An entry that its tables refuse is not in the journal")
    func notApplied() throws {
        try file.write { _ = try studio.open(sitting, capacity: 1, in: $0) }
        #expect(throws: SQLiteError.self) {
            try file.write { _ = try studio.open(sitting, capacity: 2, in: $0) }
        }
        #expect(try lines.count == 1)
    }

    @Test("Entries of many writers at once have no gaps")
    func together() async throws {
        let (studio, sitting) = (studio, sitting)
        let database = Database(DatabaseOptions(path: file.path))
        try database.open()
        defer { database.close() }
        try await database.write { _ = try studio.open(sitting, capacity: 1_000, in: $0) }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 1...300 {
                let (claim, person) = (Studio.id(1_000 + number), Studio.id(5_000 + number % 100))
                group.addTask {
                    try? await database.write {
                        _ = try studio.place(claim, on: sitting, for: person, in: $0)
                    }
                }
            }
            try await group.waitForAll()
        }
        let seqs = try file.read {
            try $0.all("select seq from journal order by seq") { try $0.integer(0) }
        }
        #expect(seqs == Array(1...101))
        #expect(try file.read { try $0.count("select taken from sitting") } == 100)
    }

    @Test("Nothing is appended where the transaction is over already")
    func lost() throws {
        #expect(throws: SQLiteError.self) {
            try file.write { tx in
                for _ in 1...2 {
                    // The second time is the end of the transaction, and the use case doesn't care.
                    _ = try? tx.run("insert or rollback into person values ('a', 'Ann', 'a@b.c')")
                }
                try studio.open(sitting, capacity: 1, in: tx)
            }
        }
        #expect(try lines.isEmpty)
    }

    @Test("A kind that no chapter has is refused: no replay would know it")
    func unknownKind() throws {
        let journal = Journal(try Chapters([]))
        #expect(throws: Unrecordable.unknownKind("sitting.opened")) {
            try file.write { tx in
                try journal.record(
                    Studio.opened, Studio.Opened(capacity: 1), of: sitting, by: nil, in: tx)
            }
        }
        #expect(try lines.isEmpty)
    }
}
