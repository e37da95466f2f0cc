import Posix
import SQLite
import Synchronization
import Testing
import Workbench

@testable import Booking

@Suite("Reading the log while it is written")
struct LogTapTests {
    private let studio: StreamedStudio
    private let tap: LogTap

    init() throws {
        studio = try StreamedStudio()
        let tap = LogTap(on: studio.database.path)
        studio.database.beforeCheckpoints { tap.take($0, for: .writer) }
        self.tap = tap
    }

    /// Whether pieces follow each other, and are logs that SQLite would take.
    private func check(_ pieces: [LogPiece]) {
        var check = LogCheck()
        var last: LogPiece?
        for piece in pieces {
            if piece.place.bytes == 0 {
                #expect(piece.place.epoch == (last.map { $0.place.epoch + 1 } ?? 0))
                check = LogCheck()
            } else {
                #expect(piece.place == last?.end)
            }
            let isTaken = check.take(piece.bytes)
            #expect(isTaken)
            last = piece
        }
        #expect(check.committed == last?.end.bytes)
    }

    @Test("Misses nothing, however often it is begun anew and whoever looks in between")
    func everything() async throws {
        tap.open()
        let (database, tap) = (studio.database, tap)
        let isOver = Mutex(false)
        // Somebody who asks all the time, at moments that are never good.
        let looker = try OwnThread {
            while !isOver.withLock({ $0 }) {
                if let position = database.logPosition { tap.take(position, for: .other) }
            }
        }
        try await studio.live(300)
        isOver.withLock { $0 = true }
        looker.join()
        if let position = database.logPosition { tap.take(position, for: .other) }
        let pieces = try tap.pieces()
        check(pieces)
        #expect(try #require(pieces.last).place.epoch > 5)
    }

    @Test("Has nothing before it is opened, and nothing when it is closed")
    func closed() async throws {
        try await studio.live(20)
        #expect(try tap.pieces().isEmpty)
        #expect(tap.place == nil)
        tap.open()
        try await studio.live(20)
        tap.close()
        #expect(try tap.pieces().isEmpty)
        try await studio.live(20)
        #expect(try tap.pieces().isEmpty)
    }

    @Test("Begins with all that the log holds already")
    func begin() async throws {
        try await studio.live(2)
        tap.open()
        tap.take(try #require(studio.database.logPosition), for: .other)
        let piece = try #require(try tap.pieces().first)
        #expect(piece.place == LogPlace(epoch: 0, bytes: 0))
    }

    @Test("Tells who takes the pieces that a log can't be read, and not the writer")
    func unreadable() async throws {
        let other = LogTap(on: "\(studio.shelf.folder.path)/none.db")
        other.open()
        other.take(try #require(studio.database.logPosition), for: .writer)
        try await studio.live(3)
        other.take(try #require(studio.database.logPosition), for: .writer)
        #expect(throws: BackupError.self) { try other.pieces() }
        #expect(other.place == nil)
    }
}
