import Synchronization

/// A write on its way: it waits in the queue, is performed, and is answered after its group's commit.
class PendingWrite: @unchecked Sendable {
    private enum Stage: UInt8, AtomicRepresentable {
        case waiting
        case begun
        case cancelled
    }

    /// When it was queued, in nanoseconds of the monotonic clock.
    let queued: Int64
    /// How long it may take, where that isn't what every write may.
    let limit: Duration?
    private let stage = Atomic(Stage.waiting)

    init(queued: Int64, limit: Duration? = nil) {
        self.queued = queued
        self.limit = limit
    }

    /// Whether the writer may perform it: nobody has cancelled it before, and from now on nobody can.
    final func begin() -> Bool {
        let (begins, was) = stage.compareExchange(
            expected: .waiting, desired: .begun, ordering: .acquiringAndReleasing)
        return begins || was == .begun
    }

    /// Gives it up, unless it has begun.
    final func cancel() {
        let (cancels, _) = stage.compareExchange(
            expected: .waiting, desired: .cancelled, ordering: .acquiringAndReleasing)
        if cancels { fail(CancellationError()) }
    }

    /// Does the work and keeps its result. It may be called again when the transaction was lost through
    /// no fault of this write.
    func perform(_ transaction: Transaction) throws {}

    /// Answers with what `perform` kept.
    func succeed() {}

    /// Answers with an error.
    func fail(_ error: any Error) {}
}
