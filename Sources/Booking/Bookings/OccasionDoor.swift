import SQLite
import Time
import Web

/// The rules by which places of an occasion are booked, in the words that its document has for a refusal.
struct OccasionDoor {
    /// How long before its start a class can't be booked any more.
    let classCutoff: Duration

    /// Throws where nobody can book it, or not so many places, or not this one who has booked it already.
    func check(
        _ occasion: Occasion, _ seats: Int, for user: String, at now: Instant, _ reader: Reader
    ) throws {
        try checkTime(occasion, at: now)
        let isSession = occasion.kind == .session
        if occasion.kind != .event,
            try BookingStore.isBooked(occasion, by: user, reader)
        {
            throw isSession ? Problem.sessionAlreadyBooked : Problem.alreadyBooked
        }
        guard seats <= occasion.free else {
            throw isSession ? Problem.sessionFullyBooked : Problem.fullyBooked
        }
    }

    private func checkTime(_ occasion: Occasion, at now: Instant) throws(Problem) {
        let isActive = occasion.facts.status == .active
        switch occasion.kind {
        case .class:
            guard isActive else { throw .unknown("class") }
            guard occasion.facts.startsAt > now + classCutoff else { throw .bookingClosed }
        case .session, .event:
            guard isActive, occasion.facts.startsAt > now else { throw .notAvailable }
        }
    }
}
