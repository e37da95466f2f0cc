import HTTP
import Synchronization

/// Keeps what a streamed answer writes.
final class MemorySink: BodySink {
    private let kept = Mutex<[UInt8]>([])

    var bytes: [UInt8] { kept.withLock { $0 } }

    func write(_ piece: [UInt8]) async throws {
        kept.withLock { $0 += piece }
    }
}
