import Time

/// When something is due that is done again and again, and sooner after it failed.
struct Recurrence: Sendable {
    let interval: Duration
    private let retryPause: Duration

    /// After a failure it is tried again when this pause is over; unless it is said, after a tenth of the
    /// interval, but not so soon that nothing else is done.
    init(interval: Duration, retryPause: Duration? = nil) {
        self.interval = interval
        self.retryPause = min(interval, retryPause ?? max(interval / 10, .seconds(60)))
    }

    /// How long it is until it is due: nothing when that has come. What was done in the future, by a
    /// clock that was wrong, doesn't count.
    func wait(now: Instant, done: Instant?, failed: Instant?) -> Duration {
        var due = now
        if let done, done <= now { due = done + interval }
        if let failed, failed <= now { due = max(due, failed + retryPause) }
        return max(due - now, .zero)
    }
}
