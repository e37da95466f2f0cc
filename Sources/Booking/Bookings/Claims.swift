import SQLite
import Time
import Web

/// The one place where claims on places and times change: they are placed, moved and released here, each by
/// an entry within the transaction of whoever has decided it.
///
/// Whoever books, moves, cancels, deletes, or has others' bookings cancelled with something bigger comes by
/// here; what places are taken is counted where the entries are applied.
package struct Claims: Sendable {
    private let journal: Journal

    package init(_ journal: Journal) {
        self.journal = journal
    }

    /// Makes a booking; its rules have been looked at.
    func place(
        _ facts: BookingFacts, _ id: String, by actor: String?, in tx: Transaction
    ) throws -> EntryHead {
        try journal.record(BookingEntries.placed, facts, of: id, by: actor, in: tx)
    }

    /// Has time claimed elsewhere.
    func move(
        _ id: String, to times: BookingTimes, by actor: String?, in tx: Transaction
    ) throws {
        try journal.record(BookingEntries.rescheduled, times, of: id, by: actor, in: tx)
    }

    /// Takes a booking one step further.
    func step(
        _ id: String, to state: BookingState, _ cause: BookingEnd.Cause, by actor: String?,
        in tx: Transaction
    ) throws {
        let entry: EntryKind<Nothing>
        switch state {
        case .cancelled: return try cancel(id, cause, by: actor, in: tx)
        case .confirmed: entry = BookingEntries.confirmed
        case .completed: entry = BookingEntries.completed
        case .noShow: entry = BookingEntries.missed
        case .pending: throw Problem.badTransition
        }
        try journal.record(entry, Nothing(), of: id, by: actor, in: tx)
    }

    /// Says that something about it has changed that stands beside the journal.
    func touch(_ id: String, by actor: String?, in tx: Transaction) throws {
        try journal.record(BookingEntries.changed, Nothing(), of: id, by: actor, in: tx)
    }

    /// Takes it away, and what was said with it.
    func delete(_ booking: Booking, by actor: String?, in tx: Transaction) throws {
        try journal.record(BookingEntries.deleted, Nothing(), of: booking.id, by: actor, in: tx)
        try BookingNote.delete(booking.number, in: tx)
    }

    private func cancel(
        _ id: String, _ cause: BookingEnd.Cause, by actor: String?, in tx: Transaction
    ) throws {
        try journal.record(
            BookingEntries.cancelled, BookingEnd(cause: cause), of: id, by: actor, in: tx)
    }

    // MARK: With something bigger

    /// Releases all live bookings of an occasion that is cancelled.
    package func withdraw(
        _ occasion: Occasion, by actor: String?, in tx: Transaction
    ) throws {
        let ids = try tx.all(Claims.live(of: occasion)) { try $0.text(0) }
        for id in ids { try cancel(id, .occasion, by: actor, in: tx) }
    }

    /// Releases what is to come of a service that is deleted.
    package func withdraw(_ service: Service, by actor: String?, in tx: Transaction) throws {
        guard let number = try ServiceStore.number(of: service.id, tx) else { return }
        let ids = try tx.all(Claims.upcoming(ofService: number, from: tx.now)) {
            try $0.text(0)
        }
        for id in ids { try cancel(id, .service, by: actor, in: tx) }
    }

    /// Releases what is to come of somebody who leaves for good, and forgets their words.
    package func withdraw(account: String, by actor: String?, in tx: Transaction) throws {
        let ids = try tx.all(Claims.upcoming(of: account, from: tx.now)) { try $0.text(0) }
        for id in ids { try cancel(id, .account, by: actor, in: tx) }
        try BookingNote.deleteAll(of: account, in: tx)
    }
}

extension Claims {
    static func live(of occasion: Occasion) -> SQL {
        """
        select id
        from booking
        where starts_at = \(occasion.facts.startsAt) and occasion = \(occasion.number)
            and state in ('pending', 'confirmed')
        order by number
        """
    }

    static func upcoming(ofService number: Int, from now: Instant) -> SQL {
        """
        select id
        from booking
        where kind = 'service' and service = \(number) and claimed_until is not null
            and state in ('pending', 'confirmed') and starts_at > \(now)
        order by starts_at
        """
    }

    static func upcoming(of account: String, from now: Instant) -> SQL {
        """
        select id
        from booking
        where user_id = \(account) and state in ('pending', 'confirmed') and starts_at > \(now)
        order by starts_at, number
        """
    }
}
