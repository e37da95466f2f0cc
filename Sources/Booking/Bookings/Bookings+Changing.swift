import SQLite
import Time
import Web

extension Bookings {
    /// Changes a booking: everything is checked, then everything is changed.
    func change(
        _ id: String, _ change: BookingChange, if precondition: Precondition, by caller: Caller
    ) async throws -> BookingView {
        try await database.write { tx in
            let (view, standing) = try changeable(id, if: precondition, by: caller, tx)
            let state = try state(after: change, view.booking, standing, at: tx.now)
            let times = try times(after: change, view, standing, state, in: tx)
            let note = change.applied(to: view.note, isCancelled: state == .cancelled)

            if let times { try claims.move(id, to: times, by: caller.id, in: tx) }
            if note != view.note {
                try note.replace(view.booking, in: tx)
                try claims.touch(id, by: caller.id, in: tx)
            }
            if let state {
                try claims.step(id, to: state, standing.cause, by: caller.id, in: tx)
            }
            return try found(id, tx)
        }
    }

    /// A booking that the caller may change, as they have seen it, and how they stand to it.
    private func changeable(
        _ id: String, if precondition: Precondition, by caller: Caller, _ tx: Transaction
    ) throws -> (view: BookingView, standing: BookingStanding) {
        try Bookings.checkIsThere(caller, tx)
        let view = try found(id, tx)
        let standing = BookingStanding(view, caller)
        guard standing.mayChange else { throw Problem.notYourBooking }
        try precondition.check(BookingView.tag(view))
        return (view, standing)
    }

    /// The state it is to get; nil where it stays what it is.
    private func state(
        after change: BookingChange, _ booking: Booking, _ standing: BookingStanding,
        at now: Instant
    ) throws(Problem) -> BookingState? {
        guard let state = change.status.value, state != booking.state else { return nil }
        try standing.check(booking, to: state, at: now)
        return state
    }

    /// The time it is to get; nil where it stays where it is.
    private func times(
        after change: BookingChange, _ view: BookingView, _ standing: BookingStanding,
        _ state: BookingState?, in tx: Transaction
    ) throws -> BookingTimes? {
        guard let start = change.start.value, start != view.booking.start else { return nil }
        try standing.checkMoving(view.booking, at: tx.now)
        guard state?.isLive ?? true else { throw Problem.notReschedulable }
        let time = try time(of: view, tx)
        try time.check(start, moving: view.booking.number, at: tx.now, tx)
        return BookingTimes(time.rules, at: start)
    }

    /// Cancels a booking; again is no error.
    func cancel(
        _ id: String, _ cancellation: BookingCancellation, if precondition: Precondition,
        by caller: Caller
    ) async throws -> BookingView {
        try await database.write { tx in
            let (view, standing) = try changeable(id, if: precondition, by: caller, tx)
            guard view.booking.state != .cancelled else { return view }
            do throws(Problem) {
                try standing.check(view.booking, to: .cancelled, at: tx.now)
            } catch {
                throw error.code == Problem.badTransition.code ? .notCancellable : error
            }
            if let reason = cancellation.reason {
                var note = view.note
                note.reason = reason
                try note.replace(view.booking, in: tx)
            }
            try claims.step(id, to: .cancelled, standing.cause, by: caller.id, in: tx)
            return try found(id, tx)
        }
    }

    /// Takes a booking away. Its place is free, and the journal tells that there was one.
    func delete(_ id: String, if precondition: Precondition, by caller: Caller) async throws {
        try await database.write { tx in
            let view = try found(id, tx)
            try precondition.check(BookingView.tag(view))
            try BookingStanding(view, caller).checkDeleting(view.booking, at: tx.now)
            try sequel.deletion(id, caller.id, tx)
            try claims.delete(view.booking, by: caller.id, in: tx)
        }
    }

    func found(_ id: String, _ reader: Reader) throws -> BookingView {
        guard let view = try BookingViews.view(id, reader) else { throw Problem.notFound }
        return view
    }
}

extension BookingChange {
    /// What is said with it after the change; a reason only where it is cancelled.
    fileprivate func applied(to old: BookingNote, isCancelled: Bool) -> BookingNote {
        var note = old
        note.notes = notes.applied(to: old.notes)
        if isCancelled, let reason { note.reason = reason }
        return note
    }
}
