import HTTP
import SQLite
import Time
import Web

/// What people are told while they look: lists of it, marks, and the lines on which it comes by itself.
package struct Notifications: Sendable {
    let database: Database
    let hub: LiveHub
    let proof: LiveProof
    let clock: Clock

    package init(
        _ hub: LiveHub, allowOrigin origins: CORS.AllowedOrigins
    ) {
        self.hub = hub
        database = hub.database
        clock = hub.clock
        proof = LiveProof(
            doorkeeper: hub.doorkeeper, tickets: Tickets(), origins: origins, clock: hub.clock)
    }

    /// A page of the new bookings that a host was told of.
    func list(
        _ query: NotificationsQuery, for caller: Caller, _ request: Request, within time: Duration
    ) async throws -> Listing<HostNotice> {
        let (notices, page) = (hub.notices(of: caller.id), query.page)
        guard try database.read(within: time, notices.leadsAnything) else {
            return page.listing([], of: 0, for: request)
        }
        let found = try await database.readAside(within: time) { reader in
            let numbers = try notices.numbers(
                query.which, limit: page.limit, offset: page.offset, reader)
            return (
                items: try numbers.compactMap { try HostNotice(number: $0, caller.id, reader) },
                total: try notices.count(query.which, reader)
            )
        }
        return page.listing(found.items, of: found.total, for: request)
    }

    /// Marks one as read; again is no error.
    func read(_ id: String, by caller: Caller) async throws {
        try await database.write { tx in
            let number = try Notifications.number(id, of: caller, tx)
            try NoticeMarks.read(number, by: caller.id, in: tx)
        }
    }

    /// Marks one and all before it as read.
    func read(upTo id: String, by caller: Caller) async throws {
        try await database.write { tx in
            let number = try Notifications.number(id, of: caller, tx)
            try NoticeMarks.read(upTo: number, by: caller.id, in: tx)
        }
    }

    /// The number of a notice that is the caller's.
    private static func number(
        _ id: String, of caller: Caller, _ reader: Reader
    ) throws -> Int {
        guard let view = try BookingViews.view(id, reader), view.item?.host == caller.id else {
            throw Problem.notFound
        }
        return view.booking.number
    }

    // MARK: Lines

    func ticket(_ request: Request) throws -> Ticket {
        guard let field = request.fields.bytes(of: .authorization), let token = field.bearerToken
        else { throw Problem.authenticationRequired }
        let claims = try proof.doorkeeper.claims(with: token)
        return Ticket(text: try proof.tickets.issue(for: claims, at: clock.now).text)
    }

    func socket(_ request: Request, _ claims: AccessClaims?) throws -> Response {
        let opening = try WebSocketOpening(of: request)
        try hub.checkRoom(for: claims?.subject)
        return .webSocket(opening, hub.listener(.messages, claims))
    }

    /// Where it goes on comes from the field that browsers send when they come again, or from the address, for those
    /// that need a new ticket each time.
    func stream(_ request: Request, _ claims: AccessClaims, after place: Int?) throws -> Response {
        try hub.checkRoom(for: claims.subject)
        let last = request.fields[.lastEventID].flatMap { Int($0) } ?? place
        return .events(hub.listener(.events(after: last), claims))
    }
}

extension HostNotice {
    /// Nil of what was deleted meanwhile.
    fileprivate init?(number: Int, _ account: String, _ reader: Reader) throws {
        guard let view = try BookingViews.view(number: number, reader) else { return nil }
        self.init(view: view, isRead: try NoticeMarks.isRead(number, by: account, reader))
    }
}
