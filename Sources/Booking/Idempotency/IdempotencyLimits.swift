/// How much is kept for requests that may come again.
package struct IdempotencyLimits: Sendable {
    /// How long a key is honoured. A phone that was off over night asks again in the morning.
    var lifetime = Duration.seconds(86_400)
    /// The bytes of one answer with its header fields. What is created has texts of 2,000 characters at most,
    /// so no answer comes near; one that did is a fault of ours, and its effect doesn't happen.
    var answer = 64 << 10
    /// The keys of one caller. Who creates something every nine seconds all day long has as many; from then
    /// on, the oldest are forgotten.
    var ofScope = 10_000
    /// All keys: a gigabyte where each answer has a kilobyte. Then, too, the oldest are forgotten.
    var inAll = 1_000_000
    /// How many of those that are too old are deleted with each that is kept, so that they never pile up
    /// and no write takes long.
    var sweep = 8

    package init() {}
}
