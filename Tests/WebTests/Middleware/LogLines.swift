import JSON
import Synchronization
import Web

/// Keeps the lines that a log writes.
final class LogLines: Sendable {
    private let kept = Mutex<[[UInt8]]>([])

    func log(_ threshold: Log.Level = .debug, _ time: TestTime = TestTime()) -> Log {
        Log(threshold, clock: time.clock) { line in self.kept.withLock { $0.append(line) } }
    }

    var texts: [String] { kept.withLock { $0.map { String(decoding: $0, as: UTF8.self) } } }

    /// The lines as JSON.
    func objects() throws -> [JSON] {
        try kept.withLock { $0 }.map { try JSON.parse($0) }
    }
}
