/// How many requests one client may make in how many seconds.
package struct RateRule: Sendable, Equatable {
    package let count: Int
    package let seconds: Int

    /// At most a billion requests in at most a year, so that no arithmetic on a rule can overflow.
    package init(_ count: Int, per seconds: Int) {
        self.count = min(max(1, count), 1_000_000_000)
        self.seconds = min(max(1, seconds), 366 * 86_400)
    }

    /// A rule that allows so many times as much in the same time.
    package func times(_ factor: Int) -> RateRule {
        RateRule(count * min(max(1, factor), 1_000), per: seconds)
    }

    /// What holds where the operator says nothing else.
    package static let defaults: [RatePolicy: RateRule] = [
        .register: RateRule(5, per: 3_600),
        .login: RateRule(10, per: 60),
        .recover: RateRule(3, per: 3_600),
        .reset: RateRule(5, per: 3_600),
        .profileRead: RateRule(60, per: 60),
        .profileUpdate: RateRule(30, per: 3_600),
        .password: RateRule(5, per: 3_600),
        .default: RateRule(600, per: 60),
    ]

    /// Nanoseconds in which one request is earned back.
    var interval: Int64 { Int64(seconds) * 1_000_000_000 / Int64(count) }

    /// What a client may owe at most, in nanoseconds.
    var capacity: Int64 { interval * Int64(count) }
}
