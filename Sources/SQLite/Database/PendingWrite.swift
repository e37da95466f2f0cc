import Synchronization

/// A write on its way: it waits in the queue, is performed, and is answered after its group's commit.
///
/// What comes of it is kept by its body, so that this is one type for all of them: code for any type of result
/// would ask the runtime at every step what an optional of that is.
///
/// `@unchecked`: whoever waits is touched under the mutex, and everything else doesn't change.
final class PendingWrite: @unchecked Sendable {
    typealias Body = (Transaction) throws -> Void
    typealias Waiter = CheckedContinuation<Void, any Error>

    private enum Stage: UInt8, AtomicRepresentable {
        case waiting
        case begun
        case cancelled
    }

    /// Who waits: nobody yet, somebody, or nobody any more.
    private enum Waiting {
        case not
        case with(Waiter)
        case answered((any Error)?)
    }

    /// When it was queued, in nanoseconds of the monotonic clock.
    let queued: Int64
    /// How long it may take, where that isn't what every write may.
    let limit: Duration?
    private let body: Body
    private let stage = Atomic(Stage.waiting)
    private let waiting = Mutex(Waiting.not)

    init(queued: Int64, limit: Duration? = nil, _ body: @escaping Body) {
        self.queued = queued
        self.limit = limit
        self.body = body
    }

    /// Somebody waits from now on; says whether that makes sense. Whoever was cancelled even before is
    /// told at once.
    func answer(to waiter: Waiter) -> Bool {
        let early: (any Error)? = waiting.withLock { waiting in
            if case .answered(let error) = waiting { return error }
            waiting = .with(waiter)
            return nil
        }
        guard let early else { return true }
        waiter.resume(throwing: early)
        return false
    }

    /// Whether the writer may perform it: nobody has cancelled it before, and from now on nobody can.
    func begin() -> Bool {
        let (begins, was) = stage.compareExchange(
            expected: .waiting, desired: .begun, ordering: .acquiringAndReleasing)
        return begins || was == .begun
    }

    /// Gives it up, unless it has begun.
    func cancel() {
        let (cancels, _) = stage.compareExchange(
            expected: .waiting, desired: .cancelled, ordering: .acquiringAndReleasing)
        if cancels { fail(CancellationError()) }
    }

    /// Does the work. It may be called again when the transaction was lost through no fault of this write.
    func perform(_ transaction: Transaction) throws {
        try body(transaction)
    }

    /// Says that it is on disk.
    func succeed() {
        finish(nil)?.resume()
    }

    /// Says that nothing of it has happened.
    func fail(_ error: any Error) {
        finish(error)?.resume(throwing: error)
    }

    /// Whoever waits, once.
    private func finish(_ error: (any Error)?) -> Waiter? {
        waiting.withLock { waiting in
            let was = waiting
            waiting = .answered(error)
            if case .with(let waiter) = was { return waiter }
            return nil
        }
    }
}
