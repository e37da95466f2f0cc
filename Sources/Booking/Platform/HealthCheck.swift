/// A part of the server that requests need, and how to find out whether it works.
package struct HealthCheck: Sendable {
    /// The member that tells of it in the health answer: `database`.
    let name: String
    /// What that member says when it works, and when it doesn't.
    let good: String
    let bad: String
    /// Asked on an event loop, so it answers within a millisecond.
    let passes: @Sendable () -> Bool

    package init(
        _ name: String, good: String, bad: String, passes: @escaping @Sendable () -> Bool
    ) {
        self.name = name
        self.good = good
        self.bad = bad
        self.passes = passes
    }
}
