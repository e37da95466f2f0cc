import HTTP
import SQLite
import Time
import Web

extension Bookings {
    /// A page of the bookings that the caller sees.
    func list(
        _ query: BookingsQuery, for caller: Caller, _ request: Request, within time: Duration
    ) async throws -> Listing<BookingView> {
        let zone = try query.timezone.map { try wall.zone($0) }
        let listing = try await list(query.search(for: caller), request, within: time)
        guard let zone else { return listing }
        return listing.map { view in
            var shown = view
            shown.zone = zone
            return shown
        }
    }

    /// `check` may look at what else there is. What takes longer than an event loop can wait is read aside
    /// of it.
    func list(
        _ search: BookingSearch, _ request: Request, within time: Duration,
        check: @escaping @Sendable (Reader) throws -> Void = { _ in }
    ) async throws -> Listing<BookingView> {
        let found = try await database.read(isQuick: search.isQuick, within: time) { reader in
            try check(reader)
            return (views: try search.find(reader), total: try search.count(reader))
        }
        let end = found.views.last.map(search.place)
        return search.page.listing(found.views, of: found.total, endingAt: end, for: request)
    }

    func booking(_ id: String, for caller: Caller, within time: Duration) throws -> BookingView {
        try database.read(within: time) { try readable(id, for: caller, $0) }
    }

    /// The entries of a booking, in their order.
    func history(
        _ id: String, for caller: Caller, within time: Duration
    ) throws -> [JournalEntry] {
        try database.read(within: time) { reader in
            _ = try readable(id, for: caller, reader)
            return try JournalStore.entries(
                after: 0, of: "booking/\(id)", limit: Bookings.mostEntries, reader)
        }
    }

    /// Nobody changes one booking more often; the answer has to end.
    private static let mostEntries = 10_000

    /// What the caller may do with a booking now.
    func actions(
        _ id: String, for caller: Caller, within time: Duration
    ) throws -> BookingActions {
        try database.read(within: time) { reader in
            let view = try readable(id, for: caller, reader)
            let refusal = try sequel.refusal(view, caller, reader)
            return BookingActions(
                view, BookingStanding(view, caller), at: clock.now, reviewing: refusal)
        }
    }

    func readable(_ id: String, for caller: Caller, _ reader: Reader) throws -> BookingView {
        let view = try found(id, reader)
        guard BookingStanding(view, caller).mayRead else { throw Problem.notYourBooking }
        return view
    }
}
