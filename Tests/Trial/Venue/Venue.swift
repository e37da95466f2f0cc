import Booking
import Chance
import SQLite
import Studio

/// A studio with few seats and many people, to be put through trials.
struct Venue: Sendable {
    let sittings: Int
    let seats: Int
    let people: Int
    let studio: Studio

    init(sittings: Int, seats: Int, people: Int) throws {
        self.sittings = sittings
        self.seats = seats
        self.people = people
        studio = try Studio()
    }

    /// Makes the tables and sittings, unless they are there.
    func build(_ transaction: Transaction) throws {
        try Studio.makeTables(in: transaction)
        guard try transaction.count("select count(*) from sitting") == 0 else { return }
        for sitting in 0..<sittings {
            try studio.open(Studio.id(sitting), capacity: seats, in: transaction)
        }
    }

    /// Claims a seat, or throws a refusal. Nothing is asked before: the journal is longer, and at times a
    /// row is there, when a constraint refuses, so that there is something to take back.
    func claim(_ attempt: Attempt, _ transaction: Transaction) throws {
        let placed = Studio.Placed(
            sitting: Studio.id(attempt.sitting), person: Studio.id(attempt.person))
        do {
            try studio.journal.record(
                Studio.placed, placed, of: Studio.id(attempt.id), by: nil, in: transaction)
        } catch let error as SQLiteError {
            switch error.constraint?.name {
            case "sitting_taken_within_capacity": throw Studio.Refusal.full
            case "claim_one_live": throw Studio.Refusal.alreadyPlaced
            default: throw error
            }
        }
    }

    /// Somebody who wants a seat somewhere.
    func attempt(_ id: Int, _ random: inout SeededGenerator) -> Attempt {
        Attempt(id: id, sitting: random.below(sittings), person: random.below(people))
    }
}
