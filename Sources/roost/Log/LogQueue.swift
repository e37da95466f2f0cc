import Glibc

/// The lines of a log that wait to be written.
///
/// `@unchecked`: everything that changes is touched only between `lock` and `unlock`. A mutex of
/// `Synchronization` would do for that, but it has no condition to wait for.
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
    private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
    /// The writer waits for lines, a closer for the writer's end.
    private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

    private var waiting = Batch()
    private var bytesBeingWritten = 0
    private var isClosing = false
    private var isWriterGone = false

    init(capacity: Int) {
        self.capacity = capacity
        pthread_mutex_init(mutex, nil)
        var attributes = pthread_condattr_t()
        pthread_condattr_init(&attributes)
        // Waits must not be cut or stretched when somebody sets the clock.
        pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
        pthread_cond_init(changed, &attributes)
    }

    deinit {
        pthread_cond_destroy(changed)
        changed.deallocate()
        pthread_mutex_destroy(mutex)
        mutex.deallocate()
    }

    // MARK: For those who log

    func append(_ line: [UInt8]) {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        let wasEmpty = waiting.isEmpty
        let before = waiting.bytes.count
        take(line)
        let isEnough = before < Self.goodBatch && waiting.bytes.count >= Self.goodBatch
        if wasEmpty || isEnough { pthread_cond_broadcast(changed) }
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
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        isClosing = true
        pthread_cond_broadcast(changed)
        let end = Deadline(in: limit)
        while !isWriterGone, wait(until: end) {}
    }

    // MARK: For the writer

    /// The next lines, as soon as they are worth writing; `nil` when no more will come.
    ///
    /// Asking for them says that those before are written.
    func next() -> Batch? {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        bytesBeingWritten = 0
        while waiting.isEmpty, !isClosing {
            pthread_cond_wait(changed, mutex)
        }
        let end = Deadline(in: Self.longestWait)
        while waiting.bytes.count < Self.goodBatch, !isClosing, wait(until: end) {}
        return takeAll()
    }

    private func takeAll() -> Batch? {
        guard !waiting.isEmpty else {
            isWriterGone = true
            pthread_cond_broadcast(changed)
            return nil
        }
        let batch = waiting
        waiting = Batch()
        waiting.bytes.reserveCapacity(Self.goodBatch)
        bytesBeingWritten = batch.bytes.count
        return batch
    }

    /// Waits for a change; says whether there may have been one before the deadline.
    private func wait(until deadline: Deadline) -> Bool {
        var time = deadline.time
        return pthread_cond_timedwait(changed, mutex, &time) == 0
    }
}
