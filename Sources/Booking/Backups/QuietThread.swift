import Glibc
import Posix
import Synchronization

/// A thread for long work that gives way to those who serve, when there are fewer cores than work.
enum QuietThread {
    /// Does something there, and waits for it here.
    static func run<Value: Sendable>(
        _ work: @escaping @Sendable () throws -> Value
    ) throws -> Value {
        let result = Outcome<Value>()
        let thread = try OwnThread {
            // Of this thread alone, and for as long as it lives: on Linux, threads have priorities of their
            // own (nice(2), notes), and nobody but root can raise one again.
            _ = nice(10)
            result.set(Result { try work() })
        }
        thread.join()
        return try result.get()
    }
}

/// What became of a piece of work.
private final class Outcome<Value: Sendable>: Sendable {
    private let result = Mutex<Result<Value, any Error>?>(nil)

    func set(_ value: Result<Value, any Error>) {
        result.withLock { $0 = value }
    }

    func get() throws -> Value {
        guard let result = result.withLock({ $0 }) else { throw BackupError.stopped }
        return try result.get()
    }
}
