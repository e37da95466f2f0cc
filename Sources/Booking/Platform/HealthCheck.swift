/// A part of the server that requests need, and how to find out whether it works.
package struct HealthCheck: Sendable {
    /// The member that tells of it in the health answer: `database`.
    let name: String
    /// What that member says when it works, and when it doesn't.
    let good: String
    let bad: String
    let passes: @Sendable () async -> Bool

    package init(
        _ name: String, good: String, bad: String, passes: @escaping @Sendable () async -> Bool
    ) {
        self.name = name
        self.good = good
        self.bad = bad
        self.passes = passes
    }
}
