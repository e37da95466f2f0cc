import Booking
import Chance
import JSON
import Migrations
import SQLite

/// A miniature of what Roost does, to be put through trials: people claim seats of occasions, and every
/// change stands in the journal.
///
/// A claim changes three tables before a constraint can refuse it, so that a refusal has something to
/// take back.
struct Venue: Sendable {
    let occasions: Int
    let seats: Int
    let people: Int
    let journal: Journal

    init(occasions: Int, seats: Int, people: Int) throws {
        self.occasions = occasions
        self.seats = seats
        self.people = people
        journal = Journal(try Chapters([Venue.chapter]))
    }

    /// Makes the tables and occasions, unless they are there.
    func build(_ transaction: Transaction) throws {
        let question: SQL = "select count(*) from sqlite_schema where name = 'journal'"
        guard try transaction.count(question) == 0 else { return }
        for migration in Migration.embedded where migration.name == "journal" {
            try transaction.script(migration.up)
        }
        try transaction.script(Venue.tables)
        for occasion in 0..<occasions {
            try journal.record(
                Venue.opened, Opened(seats: seats), of: "\(occasion)", by: nil, in: transaction)
        }
    }

    /// Claims a seat, or throws a `SeatRefusal`.
    func claim(_ attempt: Attempt, _ transaction: Transaction) throws {
        let claimed = Claimed(
            occasion: attempt.occasion, person: attempt.person, words: attempt.words)
        do {
            try journal.record(
                Venue.claimed, claimed, of: "\(attempt.id)", by: nil, in: transaction)
        } catch let error as SQLiteError {
            switch error.constraint?.name {
            case "occasion_has_seat": throw SeatRefusal.full
            case "claim_once": throw SeatRefusal.twice
            default: throw error
            }
        }
    }

    /// Somebody who wants a seat somewhere.
    func attempt(_ id: Int, _ random: inout SeededGenerator) -> Attempt {
        Attempt(id: id, occasion: random.below(occasions), person: random.below(people))
    }
}
