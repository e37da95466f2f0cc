/// What a request has taken of a rate limit.
struct RateTaken {
    let policy: RatePolicy
    let key: RateKey
    let decision: RateDecision
}
