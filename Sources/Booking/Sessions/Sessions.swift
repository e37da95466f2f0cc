import HTTP
import JSON
import Time
import Web

/// Sessions and retreats, which facilitators lead, for anybody who is signed in.
package struct Sessions: Sendable {
    private static let times = OccasionTimes(
        start: "start_time", end: "end_time", past: "start_in_past")

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
        _ query: SessionsQuery, _ request: Request, within time: Duration
    ) async throws -> Listing<Occasions.Written> {
        let search = query.search(at: occasions.now)
        return try await occasions.list(search, with: written, for: request, within: time) {
            SessionView.answer.bytes(of: SessionView($0, $1))
        }
    }

    /// What somebody leads or has led.
    func own(
        _ query: OwnSessionsQuery, of caller: Caller, _ request: Request, within time: Duration
    ) async throws -> Listing<SessionView> {
        let found = try await occasions.find(query.search(of: caller.id), within: time) {
            guard try FacilitatorStore.exists(caller.id, $0) else {
                throw Problem.facilitatorProfileMissing
            }
        }
        return query.page.listing(
            found.occasions.map { SessionView($0, found.hosts) }, of: found.total,
            endingAt: found.occasions.last?.place, for: request)
    }

    func find(_ id: String, within time: Duration) throws -> SessionView {
        let (occasion, hosts) = try occasions.occasion(id, .session, within: time)
        return SessionView(occasion, hosts)
    }

    func create(
        _ new: NewSession, by caller: Caller, once: Once<SessionView> = .always
    ) async throws -> SessionView {
        try Sessions.times.check((new.start, new.end), at: occasions.now)
        var facts = OccasionFacts(
            blank: new.title, host: caller.id, capacity: new.capacity, currency: currency)
        facts.description = new.description
        facts.category = new.kind.rawValue
        facts.price = new.price
        facts.endsAt = new.end
        clock.set(new.start, in: clock.usual, &facts)
        let (occasion, hosts) = try await occasions.create(
            .session, facts, by: caller, once: once.made { SessionView($0.0, $0.1) }
        ) { tx in
            guard try FacilitatorStore.exists(caller.id, tx) else {
                throw Problem.facilitatorProfileMissing
            }
        }
        return SessionView(occasion, hosts)
    }

    func change(
        _ id: String, _ change: SessionChange, if precondition: Precondition, by caller: Caller
    ) async throws -> SessionView {
        try Sessions.times.check((change.start.value, change.end.value), at: occasions.now)
        let (occasion, hosts) = try await occasions.change(
            id, .session, if: precondition, by: caller, or: "sessions:manage"
        ) { try apply(change, to: $0.facts) }
        return SessionView(occasion, hosts)
    }

    func cancel(
        _ id: String, if precondition: Precondition, by caller: Caller
    ) async throws -> SessionView {
        let (occasion, hosts) = try await occasions.cancel(
            id, .session, if: precondition, by: caller, or: "sessions:manage")
        return SessionView(occasion, hosts)
    }

    /// A start or an end that is not told stays where it is.
    private func apply(_ change: SessionChange, to old: OccasionFacts) throws -> OccasionFacts {
        var facts = old
        facts.title = change.title.applied(to: old.title)
        facts.description = change.description.applied(to: old.description)
        facts.category = change.kind.value?.rawValue ?? old.category
        facts.capacity = change.capacity.applied(to: old.capacity)
        facts.price = change.price.applied(to: old.price)
        facts.endsAt = change.end.value ?? old.endsAt
        if let start = change.start.value, start != old.startsAt {
            clock.set(start, in: try clock.zone(old.timezone), &facts)
        }
        try Sessions.times.check(facts, isEndGiven: change.end.value != nil)
        return facts
    }
}
