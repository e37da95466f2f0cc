import HTTP
import JSON
import Time
import Web

/// Classes, which anybody may give who is allowed to, for anybody who is signed in.
package struct Classes: Sendable {
    let occasions: Occasions
    private let clock: WallClock
    private let currency: String
    private let written = WrittenOccasions()

    package init(_ occasions: Occasions, clock: WallClock, currency: String) {
        self.occasions = occasions
        self.clock = clock
        self.currency = currency
    }

    func list(
        _ query: ClassesQuery, _ request: Request, within time: Duration
    ) async throws -> Listing<Occasions.Written> {
        let search = query.search(at: occasions.now)
        if let name = query.timezone {
            return try await list(search, in: try clock.zone(name), request, within: time)
        }
        return try await occasions.list(search, with: written, for: request, within: time) {
            ClassView.answer.bytes(of: ClassView($0, $1))
        }
    }

    /// By other clocks than their own each is written anew.
    private func list(
        _ search: OccasionSearch, in zone: Zone, _ request: Request, within time: Duration
    ) async throws -> Listing<Occasions.Written> {
        let found = try await occasions.find(search, within: time)
        let items = found.occasions.map { occasion in
            Occasions.Written(
                json: ClassView.answer.bytes(of: ClassView(occasion, found.hosts, in: zone)))
        }
        return search.page.listing(
            items, of: found.total, endingAt: found.occasions.last?.place, for: request)
    }

    func find(_ id: String, in zone: String?, within time: Duration) throws -> ClassView {
        let zone = try zone.map { try clock.zone($0) }
        let (occasion, hosts) = try occasions.occasion(id, .class, within: time)
        return ClassView(occasion, hosts, in: zone)
    }

    func create(
        _ new: NewClass, by caller: Caller, once: Once<ClassView> = .always
    ) async throws -> ClassView {
        let zone = try clock.zone(new.timezone)
        try check(new.schedule)
        var facts = OccasionFacts(
            blank: new.name, host: caller.id, capacity: new.slots, currency: currency)
        facts.description = new.description
        facts.location = new.location
        clock.set(new.schedule, in: zone, &facts)
        facts.endsAt = new.schedule + .seconds(new.duration * 60)
        let (occasion, hosts) = try await occasions.create(
            .class, facts, by: caller, once: once.made { ClassView($0.0, $0.1) })
        return ClassView(occasion, hosts)
    }

    func change(
        _ id: String, _ change: ClassChange, if precondition: Precondition, by caller: Caller
    ) async throws -> ClassView {
        if case .set(let name) = change.timezone { _ = try clock.zone(name) }
        if case .set(let schedule) = change.schedule { try check(schedule) }
        let (occasion, hosts) = try await occasions.change(
            id, .class, if: precondition, by: caller, or: "classes:manage"
        ) { try apply(change, to: $0.facts) }
        return ClassView(occasion, hosts)
    }

    func cancel(
        _ id: String, if precondition: Precondition, by caller: Caller
    ) async throws -> ClassView {
        let (occasion, hosts) = try await occasions.cancel(
            id, .class, if: precondition, by: caller, or: "classes:manage")
        return ClassView(occasion, hosts)
    }

    /// A class that is moved stays as long as it is.
    private func apply(_ change: ClassChange, to old: OccasionFacts) throws -> OccasionFacts {
        var facts = old
        facts.title = change.name.applied(to: old.title)
        facts.capacity = change.slots.applied(to: old.capacity)
        facts.description = change.description.applied(to: old.description)
        facts.location = change.location.applied(to: old.location)
        let start = change.schedule.applied(to: old.startsAt)
        let timezone = change.timezone.applied(to: old.timezone)
        if start != old.startsAt || timezone != old.timezone {
            clock.set(start, in: try clock.zone(timezone), &facts)
        }
        switch change.duration {
        case .set(let minutes): facts.endsAt = start + .seconds(minutes * 60)
        case .keep: facts.endsAt = old.endsAt.map { start + ($0 - old.startsAt) }
        }
        return facts
    }

    private func check(_ schedule: Instant) throws(Problem) {
        guard schedule > occasions.now else { throw .scheduleInPast }
        guard schedule <= occasions.now + Occasion.farthest else {
            throw .invalid([.tooFar("schedule")])
        }
    }
}

extension OccasionFacts {
    /// With nothing said of it yet but this; when it begins is to be set.
    init(blank title: String, host: String?, capacity: Int, currency: String) {
        let start = Instant(milliseconds: 0)
        self.init(
            host: host, title: title, startsAt: start, timezone: "UTC",
            localDate: CivilDate(daysSince1970: 0), localTime: .midnight, capacity: capacity,
            price: 0, currency: currency, status: .active)
    }
}

extension Fault {
    /// A date that must be a slip.
    static func tooFar(_ field: String) -> Fault {
        Fault(
            pointer: "/\(field)", field: field, code: "too_large",
            detail: "must be within the next hundred years")
    }
}

extension Problem {
    static var scheduleInPast: Problem {
        Problem(.badRequest, "schedule_in_past", "A class can't begin in the past.")
    }
}
