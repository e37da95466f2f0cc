import CSQLite
import Time

/// Interrupts statements that run for too long.
///
/// A read runs on an event loop's own thread, so no timer of that loop could stop it: SQLite asks here
/// each so many steps of its virtual machine (https://www.sqlite.org/c3ref/progress_handler.html).
final class Timer {
    /// A quarter of a millisecond or so.
    private static let steps: Int32 = 10_000
    /// What is longer, such as `.seconds(Int64.max)`, would overflow.
    private static let longest = Duration.seconds(100 * 365 * 86_400)

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

    /// Runs a body whose statements are interrupted when the time is over. Of a limit within another the
    /// one counts that ends first.
    func limit<Result>(_ limit: Duration, _ body: () throws -> Result) rethrows -> Result {
        let outer = end
        end = min(outer, Timer.end(of: limit))
        defer { end = outer }
        return try body()
    }

    private static func end(of limit: Duration) -> Int64 {
        let (seconds, attoseconds) = min(max(limit, .zero), longest).components
        return MonotonicClock.system.nanoseconds + seconds * 1_000_000_000
            + attoseconds / 1_000_000_000
    }

    private var isOver: Bool {
        end != .max && (MonotonicClock.system.nanoseconds >= end || Task.isCancelled)
    }
}
