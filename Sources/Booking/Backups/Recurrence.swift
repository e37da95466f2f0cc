import Time

/// When something is due that is done again and again, and sooner after it failed.
struct Recurrence: Sendable {
    let interval: Duration

    /// After a failure it is tried again soon, but not so often that it does nothing else.
    private var retryPause: Duration { min(interval, max(interval / 10, .seconds(60))) }

    /// How long it is until it is due: nothing when that has come. What was done in the future, by a
    /// clock that was wrong, doesn't count.
    func wait(now: Instant, done: Instant?, failed: Instant?) -> Duration {
        var due = now
        if let done, done <= now { due = done + interval }
        if let failed, failed <= now { due = max(due, failed + retryPause) }
        return max(due - now, .zero)
    }
}
