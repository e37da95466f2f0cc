import Glibc

/// A moment of the clock that nobody can set, by which a wait ends.
package struct WaitEnd {
    let time: timespec

    package init(in wait: Duration) {
        var now = timespec()
        clock_gettime(CLOCK_MONOTONIC, &now)
        let nanoseconds = Int64(now.tv_nsec) + wait.components.attoseconds / 1_000_000_000
        time = timespec(
            tv_sec: now.tv_sec + Int(wait.components.seconds + nanoseconds / 1_000_000_000),
            tv_nsec: Int(nanoseconds % 1_000_000_000))
    }
}
