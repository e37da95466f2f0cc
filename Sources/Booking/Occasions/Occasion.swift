import SQLite
import Time
import Web

/// Something that takes place at a time and has so many places: a class, a session or an event.
///
/// What the three have in common is said here once: when they are, how many places there are and whether
/// they take place at all.
package struct Occasion: Sendable, Equatable {
    package enum Status: String, CaseIterable, Sendable, Bindable {
        case active
        case cancelled
    }

    package let id: String
    /// Newer ones have higher numbers.
    let number: Int
    package let kind: OccasionKind
    package internal(set) var facts: OccasionFacts
    /// How many places are booked.
    package internal(set) var taken: Int
    package let createdAt: Instant
    package let updatedAt: Instant
    /// How many entries have made it what it is.
    let version: Int

    /// How many places are left.
    package var free: Int { facts.capacity - taken }

    /// Where it stands in a list by time.
    var place: Cursor { Cursor(order: Int(facts.startsAt.milliseconds), number: number) }

    /// A new tag at each change, and at each booking.
    static func tag(_ occasion: Occasion) -> String { "\"\(occasion.version)-\(occasion.taken)\"" }

    /// Further ahead than this nobody plans: such a date is a slip.
    static let farthest = Duration.seconds(100 * 366 * 86_400)
}

extension Problem {
    static var alreadyStarted: Problem {
        Problem(.badRequest, "already_started", "It has begun already.")
    }

    static var alreadyCancelled: Problem {
        Problem(.badRequest, "already_cancelled", "It has been cancelled.")
    }

    static var capacityBelowBookings: Problem {
        Problem(
            .conflict, "capacity_below_bookings",
            "More places are booked than there would be. Cancel bookings first.")
    }

    /// What somebody else leads is theirs to change.
    static var notYours: Problem {
        Problem(.forbidden, "not_yours", "This is somebody else's.")
            .saying("Only who leads it may do this.")
    }
}
