import HTTP
import Time

/// Refuses clients that ask too often, and tells the others how much they have left.
package struct RateLimit: Middleware {
    /// At the places of their policies (`RatePolicy.number`).
    private let buckets: [RateBucket?]
    private let table: RateTable
    private let refusals: RateRefusals
    private let authentication: Authentication
    private let clock: MonotonicClock

    /// A policy without a rule is not limited. Users are counted by who `authentication` says they are.
    package init(
        _ rules: [RatePolicy: RateRule], table: RateTable, refusals: RateRefusals,
        authentication: Authentication, clock: MonotonicClock
    ) {
        buckets = RatePolicy.allCases.map { policy in
            rules[policy].map { RateBucket(policy, $0) }
        }
        self.table = table
        self.refusals = refusals
        self.authentication = authentication
        self.clock = clock
    }

    package func enter(_ request: Request, _ context: Context) throws -> Response? {
        let policy = context.match.route?.limit ?? .default
        // A pre-flight is the browser's question, not the client's.
        guard let bucket = buckets[policy.number], !CORS.isPreflight(request) else { return nil }
        let key = try key(policy, request, context)
        let decision = table.take(key, bucket.rule, now: clock.nanoseconds)
        guard decision.isAllowed else {
            refusals.add(policy)
            throw bucket.refusal(decision)
        }
        context.rate = RateTaken(policy: policy, key: key, decision: decision)
        return nil
    }

    /// Tells how much is left. A 304 is free: asking whether anything is new is what polite clients do.
    package func leave(_ request: Request, _ context: Context, _ response: inout Response) {
        guard let taken = context.rate, let bucket = buckets[taken.policy.number] else { return }
        let isFree = response.status == .notModified
        if isFree { table.giveBack(taken.key, bucket.rule) }
        let decision = isFree ? taken.decision.givenBack : taken.decision
        bucket.append(decision, to: &response.fields)
    }

    /// The user where there is one, so that people behind one address don't use up each other's share;
    /// the address before anybody has signed in.
    private func key(
        _ policy: RatePolicy, _ request: Request, _ context: Context
    ) throws -> RateKey {
        switch policy {
        case .register, .login, .recover, .reset, .none:
            break
        case .profileRead, .profileUpdate, .password, .default:
            guard context.match.route?.readsCredentials == true else { break }
            if let caller = try authentication.identify(request, context) {
                return RateKey(policy, caller: caller)
            }
        }
        return RateKey(policy, address: context.client)
    }
}
