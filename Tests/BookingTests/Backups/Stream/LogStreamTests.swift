import Foundation
import Posix
import Testing
import Workbench

@testable import Booking

@Suite("A stream of changes")
struct LogStreamTests {
    private let studio: StreamedStudio

    init() throws {
        studio = try StreamedStudio()
    }

    @Test("Brings back everything that was shipped, over many new beginnings of the log")
    func everything() async throws {
        _ = studio.stream.shipTurn()
        _ = studio.stream.copyTurn()
        for _ in 0..<6 {
            try await studio.live(25)
            _ = studio.stream.shipTurn()
        }
        let shipped = try studio.state
        try await studio.live(10)
        let saved = try studio.saved()
        let epochs = Set(
            try studio.segments(in: saved).compactMap { path in
                SegmentName(String(path.split(separator: "/").last ?? ""))?.place.epoch
            })
        #expect(epochs.count > 4)
        let restored = try studio.restored(from: saved)
        #expect(restored.state.entries >= shipped.entries)
        #expect(restored.report.notes == [])
        // Nothing was written since the last turn but what a new beginning had shipped.
        _ = studio.stream.shipTurn()
        #expect(try studio.restored(from: studio.saved(as: "later")).state == studio.state)
    }

    @Test("Begins with a copy that is made while others write, from wherever the log is then")
    func copyUnderWriters() async throws {
        try await studio.live(60)
        _ = studio.stream.shipTurn()
        let writers = Task { [studio] in
            while !Task.isCancelled { try? await studio.live(5) }
        }
        for _ in 0..<3 {
            _ = studio.stream.copyTurn()
            studio.time.move(86_400)
            _ = studio.stream.shipTurn()
        }
        writers.cancel()
        await writers.value
        _ = studio.stream.shipTurn()
        #expect(try studio.restored(from: studio.saved()).state == studio.state)
    }

    @Test("Has the last writes too when database and stream are closed in their order")
    func closed() async throws {
        _ = studio.stream.shipTurn()
        _ = studio.stream.copyTurn()
        try await studio.live(50)
        let state = try studio.state
        studio.database.close()
        studio.stream.stop()
        #expect(try studio.restored(from: studio.folder).state == state)
    }

    @Test("Says of what moment it is")
    func lag() async throws {
        _ = studio.stream.shipTurn()
        studio.time.move(7)
        let metrics = studio.stream.metrics
        let lag = metrics.first { $0.name == "roost_stream_lag_seconds" }?.samples().first?.value
        #expect(lag == 7)
        let copy = metrics.first { $0.name == "roost_stream_copy_age_seconds" }?.samples()
        #expect(copy?.isEmpty == true)
    }

    @Test("Ships by itself, and a copy comes by itself, when it is started")
    func threads() async throws {
        try await studio.live(20)
        try studio.stream.start()
        #expect(soon { (try? StreamFolder(studio.folder).generations().last?.bases.count) == 1 })
        try await studio.live(20)
        let state = try studio.state
        studio.database.close()
        studio.stream.stop()
        #expect(try studio.restored(from: studio.folder).state == state)
    }

    @Test("A folder that fails stops no write, and a new generation begins when it works again")
    func failingFolder() async throws {
        _ = studio.stream.shipTurn()
        _ = studio.stream.copyTurn()
        let first = try #require(try StreamFolder(studio.folder).generations().last)
        try FileManager.default.removeItem(atPath: first.folder.path)
        try studio.shelf.folder.write("in the way", to: "stream/\(first.folder.name)")
        try await studio.live(40)
        #expect(studio.stream.shipTurn() > LogStream.pause)
        #expect(studio.lines.all.contains { $0.contains("is interrupted") })
        try await studio.live(40)
        _ = studio.stream.shipTurn()
        _ = studio.stream.copyTurn()
        try await studio.live(20)
        _ = studio.stream.shipTurn()
        #expect(try StreamFolder(studio.folder).generations().count == 1)
        #expect(try studio.restored(from: studio.folder).state == studio.state)
    }

    @Test("Keeps what the two newest copies need, and no more")
    func removed() async throws {
        for _ in 0..<4 {
            _ = studio.stream.shipTurn()
            _ = studio.stream.copyTurn()
            try await studio.live(30)
            studio.time.move(86_400)
        }
        _ = studio.stream.shipTurn()
        let generation = try #require(try StreamFolder(studio.folder).generations().last)
        #expect(generation.bases.count == 2)
        let first = try #require(generation.bases.first)
        let span = try #require(try BackupManifest(beside: generation.path(of: first))?.span)
        #expect(generation.segments.first?.place == LogPlace(epoch: span.epoch, bytes: 0))
        #expect(span.epoch > 0)
        // The older of both brings back the present as well as the newer.
        let last = try #require(generation.bases.last)
        try FileManager.default.removeItem(atPath: generation.path(of: last))
        #expect(try studio.restored(from: studio.folder).state == studio.state)
    }

    @Test("Removes older generations when there are two newer copies")
    func olderGenerations() async throws {
        _ = studio.stream.shipTurn()
        _ = studio.stream.copyTurn()
        studio.stream.stop()
        studio.time.move(10)
        let second = studio.anotherStream()
        second.listen()
        _ = second.shipTurn()
        _ = second.copyTurn()
        #expect(try StreamFolder(studio.folder).generations().count == 2)
        studio.time.move(86_400)
        try await studio.live(30)
        _ = second.shipTurn()
        _ = second.copyTurn()
        #expect(try StreamFolder(studio.folder).generations().count == 1)
        #expect(try studio.restored(from: studio.folder).state == studio.state)
        second.stop()
    }

    @Test("Two servers don't stream into the same folder")
    func shared() throws {
        _ = studio.stream.shipTurn()
        let second = studio.anotherStream()
        _ = second.shipTurn()
        #expect(studio.lines.all.contains { $0.contains("each server needs a folder of its own") })
        #expect(try StreamFolder(studio.folder).generations().count == 1)
    }
}

extension Folder {
    /// Its last part.
    fileprivate var name: String { String(path.split(separator: "/").last ?? "") }
}
