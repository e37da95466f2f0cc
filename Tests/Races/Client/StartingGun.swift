import Glibc
import Posix
import Synchronization

/// Where threads wait until all of them are ready.
final class StartingGun: Sendable {
    private let missing: Atomic<Int>
    private let failed = Mutex<SystemError?>(nil)

    init(_ count: Int) {
        missing = Atomic(count)
    }

    /// Says that one more is ready, and returns when nobody is missing.
    func wait() {
        missing.subtract(1, ordering: .acquiringAndReleasing)
        while missing.load(ordering: .acquiring) > 0 { usleep(100) }
    }

    /// What kept somebody from starting.
    var failure: SystemError? { failed.withLock { $0 } }

    func fail(_ error: SystemError) {
        failed.withLock { $0 = $0 ?? error }
    }
}
