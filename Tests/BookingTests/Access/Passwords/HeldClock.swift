import Posix
import Synchronization
import Time

/// A clock that stands in the way: who reads it waits until it is opened. Threads that measure their work
/// are held up by it before they begin.
final class HeldClock: Sendable {
    private let monitor = Monitor()
    private let isOpen = Atomic(false)

    func open() {
        monitor.locked {
            isOpen.store(true, ordering: .relaxed)
            monitor.tell()
        }
    }

    var clock: MonotonicClock {
        MonotonicClock {
            self.monitor.locked {
                while !self.isOpen.load(ordering: .relaxed) { self.monitor.wait() }
            }
            return MonotonicClock.system.nanoseconds
        }
    }
}
