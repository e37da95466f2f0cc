/// How often a caller may do what; whoever asks for more waits.
struct RateLimits: Equatable, Sendable {
    var areOn = false
    var register = Rate.unset
    var login = Rate.unset
    var recover = Rate.unset
    var reset = Rate.unset
    var profileRead = Rate.unset
    var profileUpdate = Rate.unset
    var password = Rate.unset
    var everythingElse = Rate.unset
}

extension Rate {
    /// What stands in a configuration before its settings are read.
    fileprivate static let unset = Rate(count: 0, seconds: 0)
}
