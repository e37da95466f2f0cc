import Studio
import Testing
import Workbench

@testable import Booking

@Suite("Chapters")
struct ChaptersTests {
    @Test("Two can't have the same kind")
    func kinds() {
        let other = Chapter("other", kinds: Studio.opened, tables: [])
        #expect(throws: Chapters.Contradiction.self) {
            try Chapters([Studio.chapter, other])
        }
    }

    @Test("Two can't have the same table")
    func tables() {
        let other = Chapter("other", tables: [ReadTable("claim", key: "id")])
        #expect(throws: Chapters.Contradiction.self) {
            try Chapters([Studio.chapter, other])
        }
    }

    @Test("A kind says what happens to what", arguments: ["placed", "claim.", ".placed", "a.b.c"])
    func odd(name: String) {
        let kind = EntryKind<Studio.Opened>(name, Studio.opened.schema) { _, _, _ in }
        #expect(throws: Chapters.Contradiction.self) {
            try Chapters([Chapter("odd", kinds: kind, tables: [])])
        }
    }

    @Test("Kinds are found by their names")
    func names() throws {
        let chapters = try Chapters([Studio.chapter])
        #expect(chapters.kind("claim.placed")?.streamPrefix == "claim/")
        #expect(chapters.kind("claim.lost") == nil)
        #expect(chapters.tables.map { "\($0.name)" } == ["sitting", "claim"])
    }
}
