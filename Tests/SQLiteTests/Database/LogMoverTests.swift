import CSQLite
import Testing
import Workbench

@testable import SQLite

@Suite("The thread that moves the log")
struct LogMoverTests {
    private let folder: TemporaryFolder
    private let writer: Connection
    private let log: WriteAheadLog
    private let mover: LogMover
    private var path: String { "\(folder.path)/test.db" }

    init() throws {
        folder = try TemporaryFolder()
        writer = try Connection("\(folder.path)/test.db", .create)
        log = try WriteAheadLog(writer, CommitCount())
        try writer.write { try $0.script(LiveDatabase.schema) }
        mover = try LogMover("\(folder.path)/test.db", vfs: nil)
    }

    private func add(_ numbers: ClosedRange<Int>) throws {
        try writer.write { tx in
            for n in numbers {
                try tx.run("insert into note (n, words) values (\(n), hex(zeroblob(500)))")
            }
        }
    }

    private func begin() throws {
        log.beginMove()
        try mover.begin()
    }

    /// What the mover says that it has moved.
    private func end() throws -> Int? {
        try mover.end()?.get()
    }

    @Test("Moves what was there when it began, and no more")
    func limit() throws {
        defer { mover.close() }
        try add(1...100)
        let frames = log.position.frames
        try begin()
        #expect(mover.isAtWork)
        for n in 101...150 { try add(n...n) }
        #expect(try end() == frames)
        #expect(!mover.isAtWork)
        log.endMove(frames)
        #expect(!log.isBehind)
        #expect(log.newFrames == log.position.frames - frames)
    }

    /// All of it is in the file by then, and nobody reads: any other commit would begin anew.
    @Test("Keeps the log from beginning anew until the writer knows that it is done")
    func anew() throws {
        defer { mover.close() }
        try add(1...100)
        let first = log.position
        try begin()
        #expect(soon { mover.isDone })
        try add(101...101)
        #expect(log.position.salt == first.salt)
        #expect(log.position.frames > first.frames)
        log.endMove(try #require(try end()))
        #expect(try log.checkpoint(SQLITE_CHECKPOINT_PASSIVE))
        try add(102...102)
        #expect(log.position.salt != first.salt)
        #expect(log.position.frames < first.frames)
        #expect(try writer.count("select count(*) from note") == 102)
    }

    @Test("Says how far it came where a reader is in the way")
    func reader() throws {
        defer { mover.close() }
        try add(1...10)
        let seen = log.position.frames
        let reader = try Connection(path, .readOnly)
        try reader.read { tx in
            #expect(try tx.count("select count(*) from note") == 10)
            try add(11...100)
            try begin()
            let moved = try #require(try end())
            #expect(moved == seen)
            log.endMove(moved)
            #expect(log.isBehind)
            #expect(try tx.count("select count(*) from note") == 10)
        }
        try begin()
        #expect(try end() == log.position.frames)
    }

    @Test("Has no outcome where nothing was begun")
    func nothing() throws {
        #expect(mover.end() == nil)
        #expect(!mover.isAtWork)
        #expect(!mover.isDone)
        mover.close()
    }
}
