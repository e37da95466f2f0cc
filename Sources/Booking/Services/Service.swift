import SQLite
import Time
import Web

/// Something that people book appointments for, such as a massage: it has a length and a price, and
/// takes place whenever they want it within its rules.
package struct Service: Sendable, Equatable {
    package enum Status: String, CaseIterable, Sendable, Bindable {
        case active
        /// It is still to be seen, and can't be booked.
        case inactive
        /// Nobody sees it any more; past bookings name it.
        case deleted
    }

    package let id: String
    package let facts: ServiceFacts
    /// How many have rated it, and the sum of what they gave.
    package let ratingCount: Int
    package let ratingSum: Int
    package let createdAt: Instant
    package let updatedAt: Instant
    /// How many entries have made it what it is.
    let version: Int

    package var isActive: Bool { facts.status == .active }

    /// Nil until somebody has rated it.
    package var ratingAverage: Double? {
        ratingCount > 0 ? Double(ratingSum) / Double(ratingCount) : nil
    }
}
