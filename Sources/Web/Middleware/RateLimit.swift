import HTTP

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

    package func handle(
        _ request: Request, _ context: Context, next: Next
    ) async throws -> Response {
        let policy = context.match.route?.limit ?? .default
        // A pre-flight is the browser's question, not the client's.
        guard let bucket = buckets[policy.number], policy != .none, request.method != .options
        else { return try await next(request, context) }
        let key = try await key(policy, request, context)
        let decision = table.take(key, bucket.rule, now: clock.nanoseconds)
        guard decision.isAllowed else {
            refusals.add(policy)
            throw bucket.refusal(decision)
        }
        var response = try await telling(bucket, decision) { try await next(request, context) }
        // Asking whether anything is new is what polite clients do.
        let isFree = response.status == .notModified
        if isFree { table.giveBack(key, bucket.rule) }
        bucket.append(isFree ? decision.givenBack : decision, to: &response.fields)
        return response
    }

    /// The user where there is one, so that people behind one address don't use up each other's share;
    /// the address before anybody has signed in.
    private func key(
        _ policy: RatePolicy, _ request: Request, _ context: Context
    ) async throws -> RateKey {
        switch policy {
        case .register, .login, .recover, .reset, .none:
            break
        case .profileRead, .profileUpdate, .password, .default:
            guard context.match.route?.readsCredentials == true else { break }
            if let caller = try await authentication.identify(request, context) {
                return RateKey(policy, caller: caller)
            }
        }
        return RateKey(policy, address: context.client)
    }

    /// What is refused further down tells of the limit, too.
    private func telling(
        _ bucket: RateBucket, _ decision: RateDecision, _ work: () async throws -> Response
    ) async throws -> Response {
        do {
            return try await work()
        } catch {
            guard var problem = Problem(error) else { throw error }
            bucket.append(decision, to: &problem.fields)
            throw problem
        }
    }
}
