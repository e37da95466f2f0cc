import Synchronization
import Time
import Web

/// The time of a test, moved by hand.
final class TestTime: Sendable {
    private let passed = Mutex(Int64(0))

    /// 2026-01-15T09:00:00Z at first.
    var clock: Clock {
        Clock { Instant(milliseconds: 1_768_467_600_000 + self.nanoseconds / 1_000_000) }
    }

    var monotonic: MonotonicClock { MonotonicClock { self.nanoseconds } }

    func pass(milliseconds: Int64) {
        passed.withLock { $0 += milliseconds * 1_000_000 }
    }

    func pass(seconds: Int64) {
        pass(milliseconds: seconds * 1_000)
    }

    private var nanoseconds: Int64 { passed.withLock { $0 } }
}
