import HTTP
import SQLite
import Time
import Web

/// Bookings of everything that can be booked, by one engine: what has places is never sold twice, and time
/// is never given to two.
///
/// Deciding and recording happen in one transaction of the one writer, so what was looked at can't change in
/// between.
package struct Bookings: Sendable {
    /// What an operator decides about bookings.
    package struct Rules: Sendable {
        /// How long before its start a class can't be booked any more.
        package let classCutoff: Duration
        /// How long an appointment with the house itself is.
        package let slot: Duration
        package let currency: String

        package init(classCutoff: Duration, slot: Duration, currency: String) {
            self.classCutoff = classCutoff
            self.slot = slot
            self.currency = currency
        }
    }

    /// What comes behind a booking, which stands above this: its review.
    package struct Sequel: Sendable {
        /// What else goes with a booking that is deleted, in the same transaction.
        package typealias Deletion =
            @Sendable (_ booking: String, _ actor: String?, Transaction) throws -> Void

        let deletion: Deletion
        /// Why somebody can't review a booking now; nil where they can.
        let refusal: @Sendable (BookingView, Caller, Reader) throws -> Problem?
    }

    let database: Database
    let journal: Journal
    let clock: Clock
    let wall: WallClock
    let claims: Claims
    private let ids: Ids
    private let services: Services
    let rules: Rules
    let sequel: Sequel

    package init(
        database: Database, journal: Journal, ids: Ids, clock: Clock, wall: WallClock,
        services: Services, rules: Rules, sequel: Sequel
    ) {
        self.database = database
        self.journal = journal
        self.ids = ids
        self.clock = clock
        self.wall = wall
        self.services = services
        self.rules = rules
        self.sequel = sequel
        claims = Claims(journal)
    }

    var idempotency: Idempotency { services.idempotency }

    // MARK: Placing

    /// Books something for the caller.
    func place(
        _ new: NewBooking, by caller: Caller, once: Once<BookingView> = .always
    ) async throws -> BookingView {
        try await database.write { tx in
            let placed = try place(new, by: caller, in: tx)
            try once.keep(placed, in: tx)
            return placed
        }
    }

    /// All doors lead here.
    func place(
        _ new: NewBooking, by caller: Caller, in tx: Transaction
    ) throws -> BookingView {
        try Bookings.checkIsThere(caller, tx)
        return switch new.target {
        case .occasion(let kind, let id, let seats):
            try place(seats, of: id, kind, new.note, by: caller, in: tx)
        case .service(let id, let start):
            try place(service: id, at: start, new.note, by: caller, in: tx)
        case .slot(let start):
            try place(slot: start, new.note, by: caller, in: tx)
        }
    }

    /// Throws for who has left for good while this waited for its turn: a booking of theirs would be nobody's,
    /// and their words would stay.
    static func checkIsThere(_ caller: Caller, _ tx: Transaction) throws {
        guard try UserStore.isActive(caller.id, tx) else { throw Problem.invalidToken }
    }

    private func place(
        _ seats: Int, of id: String, _ kind: OccasionKind, _ note: BookingNote,
        by caller: Caller, in tx: Transaction
    ) throws -> BookingView {
        guard let occasion = try OccasionStore.occasion(toBook: id, kind, tx) else {
            throw Problem.unknown(kind.rawValue)
        }
        let door = OccasionDoor(classCutoff: rules.classCutoff)
        try door.check(occasion, seats, for: caller.id, at: tx.now, tx)
        let facts = BookingFacts(
            kind: BookingKind(kind), user: caller.id, item: id, state: .confirmed, seats: seats,
            times: BookingTimes(
                start: occasion.facts.startsAt, end: occasion.facts.endsAt, claimedUntil: nil),
            price: occasion.facts.price, currency: occasion.facts.currency)
        let hosts = try HostNames(of: kind == .session ? [occasion.facts.host] : [], tx)
        let item = BookingView.Item(
            occasion, booking: seats, hostName: hosts.name(occasion.facts.host))
        return try record(facts, item, note, by: caller, in: tx)
    }

    private func place(
        service id: String, at start: Instant, _ note: BookingNote, by caller: Caller,
        in tx: Transaction
    ) throws -> BookingView {
        guard let service = try ServiceStore.service(id, tx) else {
            throw Problem.unknown("service")
        }
        guard service.isActive else { throw Problem.notAvailable }
        let time = try time(of: service, tx)
        try time.check(start, at: tx.now, tx)
        let facts = BookingFacts(
            kind: .service, user: caller.id, item: id, state: .pending, seats: 1,
            times: BookingTimes(time.rules, at: start), price: service.facts.price,
            currency: service.facts.currency)
        return try record(facts, BookingView.Item(service), note, by: caller, in: tx)
    }

    private func place(
        slot start: Instant, _ note: BookingNote, by caller: Caller, in tx: Transaction
    ) throws -> BookingView {
        let time = slotTime
        try time.check(start, at: tx.now, tx)
        let facts = BookingFacts(
            kind: .slot, user: caller.id, item: nil, state: .confirmed, seats: 1,
            times: BookingTimes(time.rules, at: start), price: 0, currency: rules.currency)
        return try record(facts, nil, note, by: caller, in: tx)
    }

    private func record(
        _ facts: BookingFacts, _ item: BookingView.Item?, _ note: BookingNote,
        by caller: Caller, in tx: Transaction
    ) throws -> BookingView {
        let id = ids.next(at: tx.now)
        let head = try claims.place(facts, id, by: caller.id, in: tx)
        try note.insert(head.seq, in: tx)
        let booking = Booking(
            id: id, number: head.seq, kind: facts.kind, state: facts.state, user: facts.user,
            seats: facts.seats, times: facts.times, price: facts.price, currency: facts.currency,
            createdAt: head.at, updatedAt: head.at, version: head.version)
        return BookingView(
            booking: booking, item: item, note: note,
            customer: try customer(of: booking, note, tx))
    }

    /// Only a class shows who comes, and only where nobody was named it is who has booked.
    private func customer(
        of booking: Booking, _ note: BookingNote, _ reader: Reader
    ) throws -> BookingView.Customer {
        let isNamed = note.clientName != nil && note.clientEmail != nil
        guard booking.kind == .class, !isNamed else {
            return BookingView.Customer(name: nil, email: nil)
        }
        return try BookingViews.customer(booking.user, reader)
    }

    // MARK: Time

    /// The house's own book of appointments: open always, for whoever comes first.
    private var slotTime: ServiceTime {
        ServiceTime(
            kind: .slot, service: nil,
            rules: ServiceRules(duration: rules.slot, zone: wall.usual))
    }

    /// What time of a booking is held against, where it can be moved: not that of a service which isn't
    /// offered any more.
    func time(of view: BookingView, _ reader: Reader) throws -> ServiceTime {
        if view.booking.kind == .slot { return slotTime }
        guard let id = view.item?.id, let service = try ServiceStore.service(id, reader),
            service.isActive
        else { throw Problem.notReschedulable }
        return try time(of: service, reader)
    }

    private func time(of service: Service, _ reader: Reader) throws -> ServiceTime {
        ServiceTime(
            kind: .service, service: try ServiceStore.number(of: service.id, reader),
            rules: try services.rules(of: service))
    }
}
