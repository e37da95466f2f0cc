import Time

/// A delivery that was tried, and what came of it.
struct SentDelivery: Sendable {
    let delivery: Delivery
    let outcome: Outcome
    let at: Instant
    let time: Duration

    var attempt: DeliveryAttempt {
        DeliveryAttempt(
            attempt: delivery.attempts + 1, at: at, milliseconds: Int(time.milliseconds),
            status: outcome.reply?.status, answer: outcome.reply?.answer, error: outcome.reason)
    }
}
