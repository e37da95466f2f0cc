import Foundation

/// A pipe: a log writes into its entrance, a test reads from its exit.
final class LogPipe: Sendable {
    let entrance: Int32
    private let exit: Int32

    struct Failure: Error {}

    init() throws {
        var ends: [Int32] = [0, 0]
        guard pipe(&ends) == 0 else { throw Failure() }
        exit = ends[0]
        entrance = ends[1]
    }

    func closeEntrance() {
        close(entrance)
    }

    func closeExit() {
        close(exit)
    }

    func stopBlocking() {
        _ = fcntl(entrance, F_SETFL, O_NONBLOCK)
    }

    /// What is there, as soon as something is.
    func read(atMost count: Int) -> String {
        var bytes = [UInt8](repeating: 0, count: count)
        let filled = Foundation.read(exit, &bytes, count)
        return String(decoding: bytes.prefix(max(0, filled)), as: UTF8.self)
    }

    /// Starts to read, on a thread of its own, since the tests' few threads may all be busy; gives
    /// every line until the entrance is closed.
    func startReading() -> AsyncStream<String> {
        let (lines, continuation) = AsyncStream<String>.makeStream()
        Thread.detachNewThread {
            var text = ""
            while case let more = self.read(atMost: 65_536), !more.isEmpty {
                text += more
            }
            for line in text.split(separator: "\n") { continuation.yield(String(line)) }
            continuation.finish()
        }
        return lines
    }
}

extension AsyncStream<String> {
    /// All of them, once the last one came.
    func all() async -> [String] {
        await reduce(into: []) { $0.append($1) }
    }
}
