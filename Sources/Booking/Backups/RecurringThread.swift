import Posix
import Synchronization

/// A thread that takes turns: it does something, waits as long as that says, and does it again.
final class RecurringThread: Sendable {
    private let turn: @Sendable () -> Duration
    private let monitor = Monitor()
    private let isWoken = Atomic(false)
    private let isEnding = Atomic(false)
    private let thread = Mutex<OwnThread?>(nil)

    init(_ turn: @escaping @Sendable () -> Duration) {
        self.turn = turn
    }

    func start() throws(SystemError) {
        let thread = try OwnThread { self.run() }
        self.thread.withLock { $0 = thread }
    }

    /// Has the next turn taken at once.
    func wake() {
        monitor.locked {
            isWoken.store(true, ordering: .relaxed)
            monitor.tell()
        }
    }

    /// Returns when the turn that is under way has ended; there will be no other.
    func stop() {
        monitor.locked {
            isEnding.store(true, ordering: .relaxed)
            monitor.tell()
        }
        thread.withLock { $0.take() }?.join()
    }

    private func run() {
        while !isEnding.load(ordering: .relaxed) { wait(turn()) }
    }

    private func wait(_ pause: Duration) {
        let end = WaitEnd(in: pause)
        monitor.locked {
            while !isEnding.load(ordering: .relaxed), !isWoken.load(ordering: .relaxed) {
                guard monitor.wait(until: end) else { break }
            }
            isWoken.store(false, ordering: .relaxed)
        }
    }
}
