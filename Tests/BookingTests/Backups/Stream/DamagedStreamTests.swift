import Foundation
import Testing
import Workbench

@testable import Booking

@Suite("A damaged stream")
struct DamagedStreamTests {
    private let studio: StreamedStudio
    /// What was there behind each turn.
    private let states: [StudioState]
    private let saved: String

    init() async throws {
        studio = try StreamedStudio()
        _ = studio.stream.shipTurn()
        _ = studio.stream.copyTurn()
        var states = [try studio.state]
        for _ in 0..<4 {
            try await studio.live(20)
            _ = studio.stream.shipTurn()
            states.append(try studio.state)
        }
        self.states = states
        saved = try studio.saved()
    }

    @Test("Without its last piece it brings back what was before that")
    func lastMissing() throws {
        let last = try #require(try studio.segments(in: saved).last)
        try FileManager.default.removeItem(atPath: last)
        let restored = try studio.restored(from: saved)
        #expect(restored.state.entries < (try #require(states.last).entries))
        #expect(restored.state.entries >= states[3].entries)
    }

    @Test("A gap is told, and all before it is used", arguments: [0.3, 0.6])
    func gap(part: Double) throws {
        let segments = try studio.segments(in: saved)
        try FileManager.default.removeItem(atPath: segments[Int(Double(segments.count) * part)])
        let restored = try studio.restored(from: saved)
        #expect(restored.report.notes.contains { $0.contains("a piece of the log is missing") })
        #expect(restored.state.entries >= states[0].entries)
        #expect(restored.state.entries < (try #require(states.last).entries))
    }

    @Test("A piece that was changed is told, and all before it is used")
    func changed() throws {
        let segments = try studio.segments(in: saved)
        try FileBytes.flip(segments[segments.count / 2], at: 5_000)
        let restored = try studio.restored(from: saved)
        #expect(restored.report.notes.contains { $0.contains("has been changed or damaged") })
        #expect(restored.state.entries < (try #require(states.last).entries))
    }

    @Test("A piece that is cut off is told, and all before it is used")
    func torn() throws {
        let last = try #require(try studio.segments(in: saved).last)
        let bytes = try FileBytes.read(last)
        try Data(bytes.dropLast(100)).write(to: URL(fileURLWithPath: last))
        let restored = try studio.restored(from: saved)
        #expect(restored.report.notes.contains { $0.contains("has been changed or damaged") })
        #expect(restored.state.entries >= states[3].entries)
    }

    @Test("What is left of a piece on its way is no piece")
    func partial() throws {
        let generation = try #require(try StreamFolder(saved).generations().last)
        try Data([1, 2, 3]).write(to: URL(fileURLWithPath: "\(generation.folder.path)/log.partial"))
        #expect(try studio.restored(from: saved).state == states.last)
    }

    @Test("With its copy damaged there is nothing whole, and each fault is told")
    func noCopy() throws {
        let generation = try #require(try StreamFolder(saved).generations().last)
        let base = try #require(generation.bases.last)
        try FileBytes.flip(generation.path(of: base), at: 9_000)
        let error = #expect(throws: BackupError.self) { try studio.restored(from: saved) }
        let text = "\(try #require(error))"
        #expect(text.contains("has no whole copy"))
        #expect(text.contains(base.text))
    }

    @Test("A folder with nothing in it has nothing whole")
    func empty() throws {
        let path = "\(studio.shelf.folder.path)/nothing"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        #expect(throws: BackupError.nothingWhole(path, findings: [])) {
            try studio.restored(from: path)
        }
    }

    @Test("A generation without a copy is told, and the one before it used")
    func noCopyYet() async throws {
        studio.stream.stop()
        studio.time.move(10)
        let second = studio.anotherStream()
        second.listen()
        _ = second.shipTurn()
        try await studio.live(20)
        _ = second.shipTurn()
        let restored = try studio.restored(from: studio.folder)
        #expect(restored.state == states.last)
        #expect(restored.report.notes.contains { $0.contains("no copy of the database") })
        second.stop()
    }

    @Test("When the log doesn't reach the moment of the copy, the copy is used as it is")
    func shortLog() async throws {
        // A copy in the middle of an epoch, and then the log is lost that it was made on.
        try await studio.live(20)
        studio.time.move(86_400)
        _ = studio.stream.shipTurn()
        _ = studio.stream.copyTurn()
        let state = try studio.state
        let later = try studio.saved(as: "later")
        let generation = try #require(try StreamFolder(later).generations().last)
        let base = try #require(generation.bases.last)
        let span = try #require(try BackupManifest(beside: generation.path(of: base))?.span)
        for segment in generation.segments(from: span.epoch) {
            try FileManager.default.removeItem(atPath: generation.path(of: segment))
        }
        let restored = try studio.restored(from: later)
        #expect(restored.state == state)
        #expect(restored.report.notes.contains { $0.contains("what was when the copy was made") })
    }
}
