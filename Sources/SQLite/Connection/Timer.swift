import CSQLite
import Glibc

/// Interrupts statements that run for too long.
///
/// A read runs on an event loop's own thread, so no timer of that loop could stop it: SQLite asks here
/// each so many steps of its virtual machine (https://www.sqlite.org/c3ref/progress_handler.html).
final class Timer {
    /// A quarter of a millisecond or so.
    private static let steps: Int32 = 10_000

    private var end = Int64.max

    /// From now on the connection asks this timer, which has to outlive it.
    func watch(_ connection: OpaquePointer) {
        sqlite3_progress_handler(
            connection, Timer.steps,
            { timer in
                guard let timer else { return 0 }
                return Unmanaged<Timer>.fromOpaque(timer).takeUnretainedValue().isOver ? 1 : 0
            }, Unmanaged.passUnretained(self).toOpaque())
    }

    func start(_ limit: Duration) {
        let (seconds, attoseconds) = limit.components
        let nanoseconds = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        guard !nanoseconds.overflow else { return stop() }
        end = Timer.now &+ nanoseconds.partialValue &+ attoseconds / 1_000_000_000
    }

    func stop() {
        end = .max
    }

    private var isOver: Bool {
        end != .max && (Timer.now >= end || Task.isCancelled)
    }

    private static var now: Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
