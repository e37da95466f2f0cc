/// How many requests each rate limit has refused.
package final class RateRefusals: Sendable {
    private let tallies = RatePolicy.allCases.map { (policy: $0, tally: Tally()) }

    package init() {}

    func add(_ policy: RatePolicy) {
        tallies[policy.number].tally.add(1)
    }

    package func count(of policy: RatePolicy) -> Int {
        tallies[policy.number].tally.value
    }

    package var metric: Metric {
        Metric(.counter, "roost_rate_limited_total", "Requests refused, by rate limit.") {
            self.tallies.filter { $0.policy != .none }.map {
                Sample([("policy", $0.policy.rawValue)], Double($0.tally.value))
            }
        }
    }
}
