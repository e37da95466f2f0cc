import Glibc

/// The clock that limits are measured by: it never jumps.
enum MonotonicClock {
    /// Milliseconds since some moment in the past.
    static var milliseconds: Int64 { nanoseconds / 1_000_000 }

    static var nanoseconds: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}

extension Duration {
    /// Whole milliseconds.
    var inMilliseconds: Int64 {
        let (seconds, attoseconds) = components
        return seconds * 1_000 + attoseconds / 1_000_000_000_000_000
    }
}
