import HTTP

/// A rate limit as answers tell of it
/// (https://datatracker.ietf.org/doc/draft-ietf-httpapi-ratelimit-headers/).
struct RateBucket: Sendable {
    let policy: RatePolicy
    let rule: RateRule
    /// `RateLimit-Policy: "login";q=10;w=60`
    private let policyField: ResponseFields
    /// `"login";r=`
    private let start: [UInt8]

    init(_ policy: RatePolicy, _ rule: RateRule) {
        self.policy = policy
        self.rule = rule
        policyField = ResponseFields([
            "RateLimit-Policy": "\"\(policy.rawValue)\";q=\(rule.count);w=\(rule.seconds)"
        ])
        start = Array("\"\(policy.rawValue)\";r=".utf8)
    }

    /// Adds both fields; the second is like `RateLimit: "login";r=9;t=42`.
    func append(_ decision: RateDecision, to fields: inout ResponseFields) {
        fields.append(policyField)
        var value: [UInt8] = []
        value.reserveCapacity(48)
        value += start
        value += String(decision.remaining).utf8
        value += ";t=".utf8
        value += String(decision.reset).utf8
        fields.append("RateLimit", value)
    }

    func refusal(_ decision: RateDecision) -> Problem {
        let unit = decision.retryAfter == 1 ? "second" : "seconds"
        var problem = Problem.rateLimited
            .saying("Too many requests; try again in \(decision.retryAfter) \(unit).")
            .adding(.retryAfter, String(decision.retryAfter))
        append(decision, to: &problem.fields)
        return problem
    }
}

extension Problem {
    package static var rateLimited: Problem {
        Problem(.tooManyRequests, "rate_limited", "Too many requests.")
    }
}
