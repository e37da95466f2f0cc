import SQLite
import Testing
import Workbench

@testable import Booking

@Suite("The check of a log")
struct LogCheckTests {
    private let log: [UInt8]

    init() throws {
        let shelf = try ShelvedStudio(acts: 30)
        log = try FileBytes.read(shelf.path + "-wal")
    }

    @Test("Takes what SQLite has written, in pieces of any number of frames")
    func whole() throws {
        var check = LogCheck()
        let size = try #require(LogHeader(log)).frameSize
        var rest = log[...]
        var count = LogHeader.size + size
        while !rest.isEmpty {
            let isTaken = check.take(Array(rest.prefix(count)))
            #expect(isTaken)
            rest = rest.dropFirst(count)
            count = 3 * size
        }
        #expect(check.committed == log.count)
    }

    @Test(
        "Refuses whatever was changed: header, frame's header, page",
        arguments: [0, 8, 17, 26, 36, 42, 50, 100, 4_000, 9_000])
    func changed(place: Int) {
        var changed = log
        changed[place] ^= 1
        var check = LogCheck()
        let isTaken = check.take(changed)
        #expect(!isTaken)
    }

    @Test("Counts a transaction only when it is whole")
    func uncommitted() throws {
        let header = try #require(LogHeader(log))
        let frames = (log.count - LogHeader.size) / header.frameSize
        let ends = (0..<frames).filter { frame in
            log.number(at: LogHeader.size + frame * header.frameSize + 4) != 0
        }
        // Behind the first frame of a transaction that has more of them.
        let begun = try #require((1..<frames).first { ends.contains($0 - 1) && !ends.contains($0) })
        var check = LogCheck()
        let isTaken = check.take(Array(log.prefix(LogHeader.size + (begun + 1) * header.frameSize)))
        #expect(isTaken)
        #expect(check.committed == LogHeader.size + begun * header.frameSize)
    }

    @Test("Refuses a frame that is cut off")
    func cut() {
        var check = LogCheck()
        let isTaken = check.take(Array(log.dropLast(1)))
        #expect(!isTaken)
    }

    @Test("Refuses what is no log", arguments: [0, 31, 32])
    func other(count: Int) {
        var check = LogCheck()
        let isTaken = check.take([UInt8](repeating: 0, count: count))
        #expect(!isTaken)
    }
}
