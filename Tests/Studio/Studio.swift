import Booking
import SQLite

/// A studio in miniature: sittings with so many places, and claims on them. It is as small as a domain
/// can be that is written as the real ones are: decided in a transaction, recorded in the journal, read
/// from tables that entries make.
///
/// Its use cases are functions on a transaction, so they run on whatever database a test has.
package struct Studio: Sendable {
    /// Why something was refused. Nothing has happened then.
    package enum Refusal: Error, Equatable {
        case noSuchSitting
        case full
        case alreadyPlaced
        case noSuchClaim
        case alreadyReleased
    }

    package let journal: Journal

    package init() throws {
        journal = Journal(try Chapters([Studio.chapter]))
    }

    /// Opens a sitting with so many places.
    @discardableResult
    package func open(
        _ sitting: String, capacity: Int, by actor: String? = nil, in tx: Transaction
    ) throws -> EntryHead {
        try journal.record(
            Studio.opened, Opened(capacity: capacity), of: sitting, by: actor, in: tx)
    }

    /// Claims a place of a sitting for a person.
    @discardableResult
    package func place(
        _ claim: String, on sitting: String, for person: String, in tx: Transaction
    ) throws -> EntryHead {
        let room = try tx.first(
            """
            select
                capacity > taken,
                exists (
                    select 1
                    from claim
                    where sitting_id = \(sitting) and person_id = \(person) and state = 'live'
                )
            from sitting
            where id = \(sitting)
            """
        ) { (isLeft: try $0.boolean(0), isTaken: try $0.boolean(1)) }
        guard let room else { throw Refusal.noSuchSitting }
        guard !room.isTaken else { throw Refusal.alreadyPlaced }
        guard room.isLeft else { throw Refusal.full }
        return try journal.record(
            Studio.placed, Placed(sitting: sitting, person: person), of: claim, by: person,
            in: tx)
    }

    /// Gives the place of a claim back.
    @discardableResult
    package func release(_ claim: String, in tx: Transaction) throws -> EntryHead {
        let found = try tx.first(
            "select sitting_id, person_id, state = 'live' from claim where id = \(claim)"
        ) {
            (sitting: try $0.text(0), person: try $0.text(1), isLive: try $0.boolean(2))
        }
        guard let found else { throw Refusal.noSuchClaim }
        guard found.isLive else { throw Refusal.alreadyReleased }
        return try journal.record(
            Studio.released, Released(sitting: found.sitting), of: claim, by: found.person,
            in: tx)
    }

    /// Writes down who a person is, beside the journal.
    package func enrol(
        _ person: String, name: String, email: String, in tx: Transaction
    ) throws {
        try tx.run(
            "insert into person (id, name, email) values (\(person), \(name), \(email))")
    }

    /// Forgets who a person is. Their claims stay, and tell nothing of them.
    package func erase(_ person: String, in tx: Transaction) throws {
        try tx.run("delete from person where id = \(person)")
    }
}
