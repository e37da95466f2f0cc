import Time

/// Something that somebody is told, until they are or it is given up.
package struct Delivery: Equatable, Sendable {
    /// Its place among all, and its order within a lane.
    package let number: Int
    /// The same at each attempt, by which a receiver knows what it has already.
    package let id: String
    package let lane: String
    package let channel: String
    package let kind: String
    package let target: String
    /// The entry that it tells of; nil for what is no entry.
    package let seq: Int?
    package let bookingID: String?
    /// What can't be made again from the tables, closed.
    package let letter: [UInt8]?
    package let state: DeliveryState
    package let attempts: Int
    package let firstAttempt: Instant?
    package let nextAttempt: Instant?
    package let lastError: String?
    package let createdAt: Instant
}
