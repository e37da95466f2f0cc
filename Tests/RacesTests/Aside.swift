import Posix
import Synchronization

/// Blocking work of a test, on a thread of its own: those of the pool are expected back.
final class Aside: Sendable {
    private let failure = Mutex<(any Error)?>(nil)

    static func run(_ work: @escaping @Sendable () throws -> Void) async throws {
        let aside = Aside()
        try await OwnThread.run {
            do { try work() } catch { aside.failure.withLock { $0 = error } }
        }
        if let failure = aside.failure.withLock({ $0 }) { throw failure }
    }
}
