import Crypto
import Synchronization

/// A password that waits for a thread, and somebody who waits for what comes of it.
final class PasswordJob<Value: Sendable>: Sendable {
    /// Who waits for the answer.
    private enum Caller {
        case notYet
        case waiting(CheckedContinuation<Value, any Error>)
        case noMore
    }

    private let caller = Mutex(Caller.notYet)
    private let password: Mutex<[UInt8]>
    private let work: @Sendable ([UInt8]) throws -> Value

    init(_ password: String, _ work: @escaping @Sendable ([UInt8]) throws -> Value) {
        self.password = Mutex(Array(password.utf8))
        self.work = work
    }

    /// From now on somebody waits; says whether that makes sense. Whoever was cancelled even before is
    /// told at once.
    func answer(to continuation: CheckedContinuation<Value, any Error>) -> Bool {
        let isWanted = caller.withLock { caller in
            guard case .notYet = caller else { return false }
            caller = .waiting(continuation)
            return true
        }
        guard !isWanted else { return true }
        password.withLock { $0.wipe() }
        continuation.resume(throwing: CancellationError())
        return false
    }

    /// Whether nobody waits any more.
    var isOver: Bool {
        caller.withLock { caller in
            if case .noMore = caller { true } else { false }
        }
    }

    /// Does the work, unless nobody waits any more, and gives what is left to do: to answer.
    func perform() -> (@Sendable () -> Void)? {
        guard let waiting = takeCaller() else { return nil }
        let result = password.withLock { password in
            defer { password.wipe() }
            return Result { try work(password) }
        }
        return { waiting.resume(with: result) }
    }

    /// Gives the work up, unless it has begun, and gives what is left to do: to say why.
    func giveUp(_ error: any Error) -> (@Sendable () -> Void)? {
        let waiting = takeCaller()
        return waiting.map { waiting in
            password.withLock { $0.wipe() }
            return { waiting.resume(throwing: error) }
        }
    }

    /// Whoever waits, once.
    private func takeCaller() -> CheckedContinuation<Value, any Error>? {
        caller.withLock { caller in
            defer { caller = .noMore }
            if case .waiting(let continuation) = caller { return continuation }
            return nil
        }
    }
}
