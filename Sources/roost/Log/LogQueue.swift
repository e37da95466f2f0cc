import Posix

/// The lines of a log that wait to be written.
///
/// `@unchecked`: everything that changes is touched only within the monitor.
final class LogQueue: @unchecked Sendable {
    /// Lines to be written together.
    struct Batch {
        var bytes: [UInt8] = []
        /// How many lines were dropped behind these.
        var dropped = 0

        var isEmpty: Bool { bytes.isEmpty && dropped == 0 }
    }

    /// The writer sleeps for so long after the first line of a batch, so that more can join it.
    private static let longestWait = Duration.milliseconds(50)
    /// With so many bytes a batch is worth writing at once.
    private static let goodBatch = 64 << 10

    private let capacity: Int
    /// The writer waits for lines, a closer for the writer's end.
    private let monitor = Monitor()

    private var waiting = Batch()
    private var bytesBeingWritten = 0
    private var isClosing = false
    private var isWriterGone = false

    init(capacity: Int) {
        self.capacity = capacity
    }

    // MARK: For those who log

    func append(_ line: [UInt8]) {
        monitor.locked {
            let wasEmpty = waiting.isEmpty
            let before = waiting.bytes.count
            take(line)
            let isEnough = before < Self.goodBatch && waiting.bytes.count >= Self.goodBatch
            if wasEmpty || isEnough { monitor.tell() }
        }
    }

    private func take(_ line: [UInt8]) {
        let room = capacity - waiting.bytes.count - bytesBeingWritten
        // Once a line was dropped, later ones are too until the writer has told: lines keep their
        // order.
        guard line.count < room, waiting.dropped == 0, !isClosing else {
            waiting.dropped += 1
            return
        }
        waiting.bytes += line
        waiting.bytes.append(0x0A)
    }

    /// Waits until all is written, for so long at most.
    func close(within limit: Duration) {
        monitor.locked {
            isClosing = true
            monitor.tell()
            let end = WaitEnd(in: limit)
            while !isWriterGone, monitor.wait(until: end) {}
        }
    }

    // MARK: For the writer

    /// The next lines, as soon as they are worth writing; `nil` when no more will come.
    ///
    /// Asking for them says that those before are written.
    func next() -> Batch? {
        monitor.locked {
            bytesBeingWritten = 0
            while waiting.isEmpty, !isClosing { monitor.wait() }
            let end = WaitEnd(in: Self.longestWait)
            while waiting.bytes.count < Self.goodBatch, !isClosing, monitor.wait(until: end) {}
            return takeAll()
        }
    }

    private func takeAll() -> Batch? {
        guard !waiting.isEmpty else {
            isWriterGone = true
            monitor.tell()
            return nil
        }
        let batch = waiting
        waiting = Batch()
        waiting.bytes.reserveCapacity(Self.goodBatch)
        bytesBeingWritten = batch.bytes.count
        return batch
    }
}
