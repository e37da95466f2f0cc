/// Whether a request may pass, and what its client is told about the next ones.
///
/// The rule is the generic cell rate algorithm: a client's debt is the time at which all that it has
/// used will be earned back. One number holds it, however many requests there were; and there is no
/// moment at which a window begins anew and everybody may come at once.
struct RateDecision {
    let isAllowed: Bool
    private let rule: RateRule
    private let now: Int64
    /// What the client owes after this request, as nanoseconds until it is earned back.
    private var debt: Int64

    /// `paidAt` is the client's debt so far, `now` the time, both in nanoseconds.
    init(_ rule: RateRule, paidAt: Int64, now: Int64) {
        self.rule = rule
        self.now = now
        let owed = max(0, paidAt - now)
        isAllowed = owed + rule.interval <= rule.capacity
        debt = isAllowed ? owed + rule.interval : owed
    }

    /// When the debt will be earned back.
    var paidAt: Int64 { now + debt }

    /// How many requests would pass right now.
    var remaining: Int { Int((rule.capacity - debt) / rule.interval) }

    /// Seconds until nothing is owed any more.
    var reset: Int { RateDecision.seconds(debt) }

    /// Seconds until a request passes again; at least one.
    var retryAfter: Int { max(1, RateDecision.seconds(debt + rule.interval - rule.capacity)) }

    /// What the client is told when the request cost nothing after all.
    var givenBack: RateDecision {
        var copy = self
        copy.debt = max(0, debt - rule.interval)
        return copy
    }

    /// Rounded up: who waits so long has waited enough.
    private static func seconds(_ nanoseconds: Int64) -> Int {
        Int((max(0, nanoseconds) + 999_999_999) / 1_000_000_000)
    }
}
