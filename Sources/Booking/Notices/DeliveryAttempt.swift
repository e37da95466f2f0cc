import Time

/// One try of a delivery, for who wants to know why it isn't there.
package struct DeliveryAttempt: Equatable, Sendable {
    package let attempt: Int
    package let at: Instant
    package let milliseconds: Int
    package let status: Int?
    package let answer: [UInt8]?
    package let error: String?
}
