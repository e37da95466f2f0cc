import Glibc
import Posix
import Synchronization

/// A thread for long work that gives way to those who serve, when there are fewer cores than work.
enum QuietThread {
    /// How often somebody asks whether the work is wanted still.
    private static let pause = Duration.milliseconds(100)

    /// Does something there, and waits for it here. What isn't wanted any more is left alone: the thread
    /// ends when its work does, or with the process.
    static func run<Value: Sendable>(
        while isWanted: () -> Bool, _ work: @escaping @Sendable () throws -> Value
    ) throws -> Value {
        let outcome = WorkOutcome<Value>()
        let thread = try OwnThread {
            // Of this thread alone, and for as long as it lives: on Linux, threads have priorities of their
            // own (nice(2), notes), and nobody but root can raise one again.
            _ = nice(10)
            outcome.set(Result { try work() })
        }
        while outcome.isOpen(after: pause) {
            guard isWanted() else {
                thread.leave()
                throw BackupError.stopped
            }
        }
        thread.join()
        return try outcome.get()
    }
}

/// What becomes of a piece of work.
private final class WorkOutcome<Value: Sendable>: Sendable {
    private let monitor = Monitor()
    private let result = Mutex<Result<Value, any Error>?>(nil)

    func set(_ value: Result<Value, any Error>) {
        monitor.locked {
            result.withLock { $0 = value }
            monitor.tell()
        }
    }

    /// Whether nobody knows yet, a while later at most.
    func isOpen(after pause: Duration) -> Bool {
        let end = WaitEnd(in: pause)
        return monitor.locked {
            while result.withLock({ $0 == nil }) {
                guard monitor.wait(until: end) else { return true }
            }
            return false
        }
    }

    func get() throws -> Value {
        guard let result = result.withLock({ $0 }) else { throw BackupError.stopped }
        return try result.get()
    }
}
