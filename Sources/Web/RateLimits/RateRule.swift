/// How many requests one client may make in how many seconds.
package struct RateRule: Sendable, Equatable {
    package let count: Int
    package let seconds: Int
    /// Nanoseconds in which one request is earned back.
    let interval: Int64
    /// What a client may owe at most, in nanoseconds.
    let capacity: Int64

    /// At most a billion requests in at most a year, so that no arithmetic on a rule can overflow.
    package init(_ count: Int, per seconds: Int) {
        self.count = min(max(1, count), 1_000_000_000)
        self.seconds = min(max(1, seconds), 366 * 86_400)
        interval = Int64(self.seconds) * 1_000_000_000 / Int64(self.count)
        capacity = interval * Int64(self.count)
    }
}
