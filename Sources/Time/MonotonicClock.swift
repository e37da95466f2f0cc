import Glibc

/// A clock for measuring how long something takes: it never jumps. Tests bring one that they move by
/// hand.
package struct MonotonicClock: Sendable {
    private let read: @Sendable () -> Int64

    /// `read` gives nanoseconds since some moment in the past.
    package init(_ read: @escaping @Sendable () -> Int64) {
        self.read = read
    }

    package var nanoseconds: Int64 { read() }

    package var milliseconds: Int64 { read() / 1_000_000 }

    package static let system = MonotonicClock {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
