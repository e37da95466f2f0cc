import Foundation
import SQLite
import Testing
import Workbench

@testable import Booking

@Suite("A copy that is not restored")
struct RefusedRestoreTests {
    private let shelf: ShelvedStudio
    private let state: StudioState
    private var copy: String { "\(shelf.folder.path)/copy.db" }

    init() throws {
        shelf = try ShelvedStudio()
        try shelf.backup().make("\(shelf.folder.path)/copy.db")
        try shelf.live(seed: 2, 10)
        state = try StudioState(of: shelf.path)
    }

    /// Why it was refused; the database is what it was, and nothing is beside it but the copy.
    private func refusal(_ source: String? = nil) throws -> String {
        let before = try shelf.names
        let error = #expect(throws: BackupError.self) {
            try shelf.restore().run(from: source ?? copy)
        }
        #expect(try shelf.names == before)
        #expect(try StudioState(of: shelf.path) == state)
        return "\(try #require(error))"
    }

    @Test("One that isn't there")
    func missing() throws {
        #expect(try refusal("\(copy)2") == "there is no \(copy)2")
    }

    @Test("One that was changed since its manifest was written", arguments: [100, 5_000, 30_000])
    func changed(place: Int) throws {
        try FileBytes.flip(copy, at: place)
        #expect(try refusal().contains("is not what its manifest says"))
    }

    @Test("One that is cut off")
    func cut() throws {
        let bytes = try FileBytes.read(copy)
        try Data(bytes.dropLast(4_096)).write(to: URL(fileURLWithPath: copy))
        #expect(try refusal().contains("is not what its manifest says"))
        try FileManager.default.removeItem(atPath: copy + ".json")
        #expect(try refusal().contains("\(copy) can't be used"))
    }

    @Test("One whose manifest can't be read")
    func unreadable() throws {
        try shelf.folder.write("{", to: "copy.db.json")
        #expect(try refusal().contains("can't be read as a manifest"))
    }

    @Test("One of another program, or of none", arguments: ["", "hello"])
    func foreign(text: String) throws {
        try shelf.folder.write(text, to: "other.db")
        #expect(try refusal("\(shelf.folder.path)/other.db").contains("other.db can't be used"))
        let path = "\(shelf.folder.path)/third.db"
        try Connection(path, .create).script(
            "pragma journal_mode = delete; create table t (n integer) strict")
        #expect(try refusal(path).contains("third.db"))
    }

    @Test("One of a newer version")
    func newer() throws {
        try FileManager.default.removeItem(atPath: copy + ".json")
        try shelf.tamper(
            """
            insert into migration (number, name, checksum, applied_at)
            select number + 1, 'of_tomorrow', 'x', applied_at
            from migration
            order by number desc
            limit 1
            """, in: copy)
        #expect(try refusal().contains("newer version of Roost"))
    }

    @Test("One that has lost entries")
    func lostEntries() throws {
        try FileManager.default.removeItem(atPath: copy + ".json")
        try shelf.tamper(
            "drop trigger journal_no_delete; delete from journal where seq = 3", in: copy)
        #expect(try refusal().contains("entries of its journal are missing"))
    }

    @Test("One with a broken reference")
    func brokenReference() throws {
        try FileManager.default.removeItem(atPath: copy + ".json")
        try shelf.tamper("pragma foreign_keys = off; delete from sitting", in: copy)
        #expect(try refusal().contains("that isn't there"))
    }
}
