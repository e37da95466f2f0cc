import Synchronization
import Time

/// A clock that a test moves by hand.
final class HandClock: Sendable {
    private let now = Mutex(Instant(seconds: 1_768_467_600))

    var clock: Clock { Clock { [self] in now.withLock { $0 } } }

    var monotonic: MonotonicClock {
        MonotonicClock { [self] in now.withLock { $0.milliseconds * 1_000_000 } }
    }

    func move(_ seconds: Int64) {
        now.withLock { $0 = Instant(seconds: $0.seconds + seconds) }
    }
}
