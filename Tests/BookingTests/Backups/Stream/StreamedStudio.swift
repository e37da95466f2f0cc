import Foundation
import SQLite
import Studio
import Synchronization
import Testing
import Time
import Web
import Workbench

@testable import Booking

/// A studio's database that is open, and a stream of it whose turns a test takes.
final class StreamedStudio: Sendable {
    let shelf: ShelvedStudio
    let database: Database
    let stream: LogStream
    let time = HandClock()
    let lines = Notes<String>()
    private let history = Mutex(StudioHistory(seed: 3))

    var folder: String { "\(shelf.folder.path)/stream" }

    /// The log is begun anew again and again.
    init() throws {
        shelf = try ShelvedStudio(acts: 10)
        var options = DatabaseOptions(path: shelf.path)
        options.checkpointPages = 12
        database = Database(options)
        try database.open()
        stream = StreamedStudio.stream(
            of: database, shelf, to: "\(shelf.folder.path)/stream", time, lines)
        stream.listen()
    }

    private static func stream(
        of database: Database, _ shelf: ShelvedStudio, to folder: String, _ time: HandClock,
        _ lines: Notes<String>
    ) -> LogStream {
        LogStream(
            of: database, shelf.backup(), to: folder, copyingEvery: .seconds(86_400),
            clock: time.clock,
            log: Log(.info, clock: time.clock) { lines.add(String(decoding: $0, as: UTF8.self)) })
    }

    /// Another stream of the same database, as after a restart.
    func anotherStream() -> LogStream {
        StreamedStudio.stream(of: database, shelf, to: folder, time, lines)
    }

    deinit {
        database.close()
    }

    /// Lets so much happen, one after the other.
    func live(_ acts: Int) async throws {
        let studio = shelf.studio
        for _ in 0..<acts {
            guard let act = history.withLock({ $0.next() }) else { return }
            do {
                try await database.write { try studio.perform(act, in: $0) }
            } catch is Studio.Refusal {
            } catch let error as SQLiteError where error.constraint != nil {
            }
        }
    }

    /// What the database holds now.
    var state: StudioState {
        get throws { try database.read(within: .seconds(60)) { try StudioState($0) } }
    }

    /// A copy of the folder as it is now, as if the machine with the database were lost.
    func saved(as name: String = "saved") throws -> String {
        let path = "\(shelf.folder.path)/\(name)"
        try FileManager.default.copyItem(atPath: folder, toPath: path)
        return path
    }

    /// Restores a folder elsewhere.
    func restored(from path: String) throws -> (report: Restore.Report, state: StudioState) {
        let target = "\(shelf.folder.path)/elsewhere/roost.db"
        try? FileManager.default.removeItem(atPath: "\(shelf.folder.path)/elsewhere")
        try FileManager.default.createDirectory(
            atPath: "\(shelf.folder.path)/elsewhere", withIntermediateDirectories: true)
        let report = try Restore(of: target, shelf.migrator).run(from: path)
        try StudioState.verify(target)
        return (report, try StudioState(of: target))
    }

    /// The pieces of the log in the only generation of a folder, in their order.
    func segments(in path: String) throws -> [String] {
        let generation = try #require(try StreamFolder(path).generations().last)
        return generation.segments.map { generation.path(of: $0) }
    }
}
