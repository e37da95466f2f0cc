/// Which of the rate limits counts a route's requests. What each allows is configuration.
package enum RatePolicy: String, CaseIterable, Sendable {
    case register
    case login
    case recover
    case reset
    case profileRead = "profile_read"
    case profileUpdate = "profile_update"
    case password
    /// Everything else, by signed-in user or by address.
    case `default`
    /// Probes and metrics: a balancer that asks too often must not be told that the server is ill.
    case none
}
