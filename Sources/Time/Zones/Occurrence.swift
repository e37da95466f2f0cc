/// How often the clocks of a zone show a local time, and when.
package enum Occurrence: Hashable, Sendable {
    case once(Instant)
    /// Clocks were set back.
    case twice(Instant, Instant)
    /// Clocks were set forward over it at the moment `jump`. `shifted` is when they show a time that is
    /// later by as much as they were set.
    case never(jump: Instant, shifted: Instant)
}
