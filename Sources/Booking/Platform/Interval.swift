import Time

/// The time from one moment up to another, that one left out: what ends at nine leaves nine free.
package struct Interval: Hashable, Sendable {
    package let start: Instant
    package let end: Instant

    package init(_ start: Instant, _ end: Instant) {
        self.start = start
        self.end = end
    }

    package var isEmpty: Bool { end <= start }

    package func contains(_ instant: Instant) -> Bool {
        start <= instant && instant < end
    }

    /// Whether there is a moment that both have.
    package func overlaps(_ other: Interval) -> Bool {
        !intersection(other).isEmpty
    }

    /// The time that both have; empty where they have none.
    package func intersection(_ other: Interval) -> Interval {
        Interval(max(start, other.start), min(end, other.end))
    }
}
