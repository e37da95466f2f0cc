import Time
import Web

/// Somebody's claim on places of something that takes place, or on time.
package struct Booking: Sendable, Equatable {
    package let id: String
    /// Newer ones have higher numbers.
    let number: Int
    package let kind: BookingKind
    package let state: BookingState
    /// Whose it is.
    package let user: String
    package let seats: Int
    let times: BookingTimes
    /// What a place cost when it was booked, in minor units of the currency.
    package let price: Int
    package let currency: String
    package let createdAt: Instant
    package let updatedAt: Instant
    /// How many entries have made it what it is.
    let version: Int

    package var start: Instant { times.start }
    package var end: Instant? { times.end }

    /// Where it stands in a list by time.
    var place: Cursor { Cursor(order: Int(start.milliseconds), number: number) }

    func hasBegun(at now: Instant) -> Bool { start <= now }

    /// Further ahead than this nobody plans: such a date is a slip.
    static let farthest = Occasion.farthest

    /// How far back claims can have begun that still hold: the longest appointment, its buffer included, takes
    /// two days.
    static let longestClaim = Duration.seconds(3 * 86_400)

    /// How many seats one booking of an event can have.
    static let mostSeats = 100
}
