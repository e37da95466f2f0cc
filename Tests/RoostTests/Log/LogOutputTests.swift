import Foundation
import Synchronization
import Testing

@testable import roost

@Suite("The log's output")
struct LogOutputTests {
    @Test("Lines of many threads are written whole, those of each in their order")
    func manyThreads() async throws {
        let pipe = try LogPipe()
        let log = try LogOutput(to: pipe.entrance)
        let reader = pipe.startReading()
        await withTaskGroup { group in
            for name in ["a", "b", "c", "d"] {
                group.addTask {
                    for number in 0..<5_000 { log.append(Array("\(name)\(number)".utf8)) }
                }
            }
        }
        log.close(within: .seconds(20))
        pipe.closeEntrance()
        let lines = await reader.all()
        #expect(lines.count == 20_000)
        for name in ["a", "b", "c", "d"] {
            #expect(lines.filter { $0.hasPrefix(name) } == (0..<5_000).map { "\(name)\($0)" })
        }
    }

    @Test("A single line is there within a tenth of a second, without any other following")
    func singleLine() async throws {
        let pipe = try LogPipe()
        let log = try LogOutput(to: pipe.entrance)
        let start = ContinuousClock.now
        log.append(Array("hello".utf8))
        #expect(pipe.read(atMost: 100) == "hello\n")
        #expect(ContinuousClock.now - start < .milliseconds(500))
        log.close()
    }

    @Test("A reader that stalls blocks nobody, and what is lost is told to the line")
    func stalledReader() async throws {
        let pipe = try LogPipe()
        let log = try LogOutput(to: pipe.entrance, capacity: 1 << 20)
        let line = [UInt8](repeating: 0x78, count: 99)
        let count = 50_000
        let start = ContinuousClock.now
        for _ in 0..<count { log.append(line) }
        #expect(ContinuousClock.now - start < .seconds(2))

        let reader = pipe.startReading()
        log.close(within: .seconds(20))
        pipe.closeEntrance()
        let lines = await reader.all()
        let notices = lines.filter { $0.hasPrefix("{") }
        let dropped = notices.compactMap {
            $0.split(separator: ":").last.flatMap { Int($0.dropLast()) }
        }
        #expect(dropped.reduce(0, +) == count - (lines.count - notices.count))
        // One notice for what no longer fitted before the writer woke, one for what came while it wrote.
        #expect((1...2).contains(dropped.count))
        // What waits is bounded; the pipe itself holds 64 KiB more.
        #expect(lines.count * 100 <= (1 << 20) + (64 << 10) + 200)
    }

    @Test("A reader that waits on a pipe without blocking gets all")
    func nonBlocking() async throws {
        let pipe = try LogPipe()
        pipe.stopBlocking()
        let log = try LogOutput(to: pipe.entrance)
        for number in 0..<20_000 { log.append(Array("line \(number)".utf8)) }
        let reader = pipe.startReading()
        log.close(within: .seconds(20))
        pipe.closeEntrance()
        #expect(await reader.all().count == 20_000)
    }

    @Test("A reader that went away is survived")
    func goneReader() throws {
        let pipe = try LogPipe()
        let log = try LogOutput(to: pipe.entrance)
        pipe.closeExit()
        for _ in 0..<3 {
            log.append(Array("hello".utf8))
            usleep(80_000)
        }
        log.close()
    }

    @Test("Closing ends in time when nobody reads")
    func closingInTime() throws {
        let pipe = try LogPipe()
        let log = try LogOutput(to: pipe.entrance)
        log.append([UInt8](repeating: 0x78, count: 1 << 20))
        let start = ContinuousClock.now
        log.close(within: .milliseconds(100))
        let time = ContinuousClock.now - start
        #expect(time >= .milliseconds(90))
        #expect(time < .seconds(2))
    }

    @Test("A line that is longer than the buffer is dropped")
    func overlongLine() async throws {
        let pipe = try LogPipe()
        let log = try LogOutput(to: pipe.entrance, capacity: 10) { Array("\($0) lost".utf8) }
        // The writer waits for lines by now, and must wake up for a lost one too.
        usleep(20_000)
        log.append([UInt8](repeating: 0x78, count: 10))
        #expect(pipe.read(atMost: 100) == "1 lost\n")
        log.append(Array("123456789".utf8))
        #expect(pipe.read(atMost: 100) == "123456789\n")
        log.close()
    }
}
