import JSON
import Testing
import Workbench

@testable import Booking

@Suite("A payload")
struct RoundTripTests {
    private struct Note: Equatable {
        let text: String
    }

    private let file: StudioFile

    init() throws {
        file = try StudioFile()
    }

    private func record(_ text: String, with schema: Schema<String>) throws {
        let kind = EntryKind<Note>(
            "note.written", .object(Note.init, Field("text", \.text, schema, "What."))
        ) { note, head, tables in
            try tables.run(
                """
                insert into sitting (id, capacity, taken, opened_at)
                values (\(note.text), 1, 0, \(head.at))
                """)
        }
        let journal = Journal(try Chapters([Chapter("notes", kinds: kind, tables: [])]))
        try file.write { tx in
            _ = try journal.record(kind, Note(text: text), of: "1", by: nil, in: tx)
        }
    }

    private var count: Int {
        get throws { try file.read { try $0.count("select count(*) from journal") } }
    }

    @Test("That is read as it was written is recorded")
    func same() throws {
        try record("déjà vu", with: .text(0...20))
        #expect(try count == 1)
    }

    @Test("That its schema changes on the way is refused: a replay would apply another value")
    func changed() throws {
        #expect(throws: Unrecordable.changedBySchema("note.written")) {
            try record(" with blanks ", with: .trimmedText(0...20))
        }
        #expect(try count == 0)
        #expect(try file.readTables.isEmpty)
    }

    @Test("That its schema writes and can't read is refused: no replay could go past it")
    func unreadable() throws {
        #expect(throws: UnreadablePayload.self) {
            try record("far too long", with: .text(0...5))
        }
        #expect(try count == 0)
        #expect(try file.readTables.isEmpty)
    }
}
