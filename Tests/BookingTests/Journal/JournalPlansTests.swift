import Studio
import Testing
import Workbench

@testable import Booking
@testable import SQLite

@Suite("Questions to the journal")
struct JournalPlansTests {
    @Test("Find what they ask for by an index, and sort nothing", arguments: [nil, "claim/1"])
    func plans(stream: String?) throws {
        let file = try StudioFile(seed: 1, acts: 10)
        let notes = Notes<String>()
        file.connection.onCompile = { notes.add($0) }
        try file.read { reader in
            _ = try JournalStore.entries(after: 1, of: stream, limit: 2, reader)
            _ = try JournalStore.count(of: stream, reader)
        }
        #expect(notes.all.count == 2)
        for text in notes.all {
            let plan = try plan(of: text, on: file.connection)
            #expect(plan.count == 1)
            #expect(plan.first?.hasPrefix("SEARCH journal USING ") == true, "\(plan)")
        }
    }

    @Test("The next places are found by indexes alone")
    func places() throws {
        let file = try StudioFile()
        let notes = Notes<String>()
        file.connection.onCompile = { notes.add($0) }
        try file.write { _ = try file.studio.open(Studio.id(1), capacity: 1, in: $0) }
        let look = try #require(notes.all.first { $0.contains("max(version)") })
        let searches = try plan(of: look, on: file.connection).filter { $0.contains("journal") }
        #expect(
            searches == [
                "SEARCH journal",
                "SEARCH journal USING COVERING INDEX journal_stream_version (stream=?)",
            ])
    }

    /// What SQLite would do (https://www.sqlite.org/eqp.html).
    private func plan(of text: String, on connection: Connection) throws -> [String] {
        let statement = try Statement("explain query plan \(text)", on: connection.handle)
        var lines: [String] = []
        while try statement.step() { lines.append(try Row(statement).text(3)) }
        return lines
    }
}
