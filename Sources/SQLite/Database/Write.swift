import Synchronization

/// A write whose result somebody waits for.
///
/// `@unchecked`: the result is touched by the writer's thread only, the continuation under its mutex.
final class Write<Result: Sendable>: PendingWrite, @unchecked Sendable {
    /// Who waits: nobody yet, somebody, or nobody any more.
    private enum Waiting {
        case not
        case with(CheckedContinuation<Result, any Error>)
        case answered((any Error)?)
    }

    private let body: @Sendable (Transaction) throws -> Result
    private var result: Result?
    private let waiting = Mutex(Waiting.not)

    init(
        queued: Int64, limit: Duration? = nil,
        _ body: @escaping @Sendable (Transaction) throws -> Result
    ) {
        self.body = body
        super.init(queued: queued, limit: limit)
    }

    /// Somebody waits from now on; says whether that makes sense. Whoever was cancelled even before is
    /// told at once.
    func answer(to continuation: CheckedContinuation<Result, any Error>) -> Bool {
        let early: (any Error)? = waiting.withLock { waiting in
            if case .answered(let error) = waiting { return error }
            waiting = .with(continuation)
            return nil
        }
        guard let early else { return true }
        continuation.resume(throwing: early)
        return false
    }

    override func perform(_ transaction: Transaction) throws {
        result = try body(transaction)
    }

    override func succeed() {
        guard let result else { return }
        finish(nil)?.resume(returning: result)
    }

    override func fail(_ error: any Error) {
        finish(error)?.resume(throwing: error)
    }

    /// Whoever waits, once.
    private func finish(_ error: (any Error)?) -> CheckedContinuation<Result, any Error>? {
        waiting.withLock { waiting in
            let was = waiting
            waiting = .answered(error)
            if case .with(let continuation) = was { return continuation }
            return nil
        }
    }
}
