import Time

/// When to try again what failed.
///
/// Pauses double from five seconds to a day. Three days after the first try it is over: a receiver that is
/// away over a weekend misses nothing.
struct RetrySchedule: Sendable {
    static let firstPause = Duration.seconds(5)
    static let longestPause = Duration.seconds(86_400)
    static let time = Duration.seconds(75 * 3_600)

    /// A fraction from 0 to 1, by which those that failed together come back apart.
    let chance: @Sendable () -> Double

    init(chance: @escaping @Sendable () -> Double = { .random(in: 0...1) }) {
        self.chance = chance
    }

    /// The next try of what failed at a moment, and for the first time at another; nil where it is given
    /// up.
    func next(at now: Instant, since first: Instant) -> Instant? {
        let end = first + RetrySchedule.time
        return now < end ? min(now + pause(after: now - first), end) : nil
    }

    /// As long as it has taken so far and five seconds more: so pauses double. Give or take a tenth.
    func pause(
        after time: Duration, atMost longest: Duration = RetrySchedule.longestPause
    ) -> Duration {
        let pause = min(max(time, .zero) + RetrySchedule.firstPause, longest)
        return pause * (0.9 + 0.2 * chance())
    }
}
