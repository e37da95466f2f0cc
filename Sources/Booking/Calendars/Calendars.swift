import HTTP
import SQLite
import Time
import Web

/// Bookings in people's own calendars: one by one, or all of them at a secret address that a calendar asks now
/// and then.
package struct Calendars: Sendable {
    /// How far back a calendar shows what was.
    private static let past = Duration.seconds(366 * 86_400)
    /// Nobody's calendar has more in it; the answer has to end.
    private static let mostEntries = 2_000

    private let database: Database
    private let bookings: Bookings
    private let clock: Clock
    private let publicURL: String?

    package init(
        database: Database, bookings: Bookings, clock: Clock, publicURL: String?
    ) {
        self.database = database
        self.bookings = bookings
        self.clock = clock
        self.publicURL = publicURL
    }

    var idempotency: Idempotency { bookings.idempotency }

    /// One booking as a file.
    func file(_ id: String, for caller: Caller, within time: Duration) throws -> Response {
        let view = try bookings.booking(id, for: caller, within: time)
        return CalendarDocument(entries: [CalendarEntry(view)])
            .response(fileName: "booking.ics")
    }

    /// All bookings of whose secret address this is, those that are cancelled among them: a calendar has to
    /// be told to take them out.
    func feed(_ token: String, within time: Duration) async throws -> Response {
        guard let token = SecretToken(token) else { throw Problem.notFound }
        let start = clock.now - Calendars.past
        let views = try await database.readAside(within: time) { reader in
            guard let account = try CalendarStore.account(of: token, reader) else {
                throw Problem.notFound
            }
            var search = BookingSearch(
                Page(number: 1, limit: Calendars.mostEntries, isEnveloped: false))
            search.user = account
            search.from = start
            return try search.find(reader)
        }
        return CalendarDocument(entries: views.map { CalendarEntry($0) }, name: "Bookings")
            .response(fileName: "bookings.ics")
    }

    /// Makes a secret address; one that there was is none any more.
    func publish(
        by caller: Caller, once: Once<CalendarAddress> = .always
    ) async throws -> CalendarAddress {
        let token = SecretToken.make()
        let path = "\(Calendars.feedPath)?token=\(token.text)"
        return try await database.write { tx in
            try CalendarStore.put(token, of: caller.id, in: tx)
            let address = CalendarAddress(
                url: (publicURL ?? "") + path, token: token.text, createdAt: tx.now)
            try once.keep(address, in: tx)
            return address
        }
    }

    func isPublished(by caller: Caller, within time: Duration) throws -> CalendarState {
        try database.read(within: time) {
            CalendarState(createdAt: try CalendarStore.since(caller.id, $0))
        }
    }

    func withdraw(by caller: Caller) async throws {
        try await database.write { try CalendarStore.delete(caller.id, in: $0) }
    }
}
