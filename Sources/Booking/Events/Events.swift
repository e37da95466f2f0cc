import HTTP
import JSON
import Time
import Web

/// Events, which the house itself has, for everybody to see.
package struct Events: Sendable {
    private static let times = OccasionTimes(
        start: "event_date", end: "event_end", past: "date_in_past")

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
        _ query: EventsQuery, _ request: Request, within time: Duration
    ) async throws -> Listing<Occasions.Written> {
        let search = query.search(at: occasions.now)
        return try await occasions.list(
            search, with: written, for: request, within: time
        ) { event, _ in EventSchema.answer.bytes(of: event) }
    }

    func find(_ id: String, within time: Duration) throws -> Occasion {
        try occasions.occasion(id, .event, within: time).0
    }

    func create(
        _ new: NewEvent, by caller: Caller, once: Once<Occasion> = .always
    ) async throws -> Occasion {
        try Events.times.check((new.start, new.end), at: occasions.now)
        var facts = OccasionFacts(
            blank: new.name, host: nil, capacity: new.places, currency: currency)
        facts.location = new.venue
        facts.description = new.description
        facts.price = new.price
        facts.endsAt = new.end
        clock.set(new.start, in: clock.usual, &facts)
        return try await occasions.create(
            .event, facts, by: caller, once: once.made { $0.0 }
        ).0
    }

    func change(
        _ id: String, _ change: EventChange, if precondition: Precondition, by caller: Caller
    ) async throws -> Occasion {
        let end = change.end.applied(to: nil)
        try Events.times.check((change.start.value, end), at: occasions.now)
        return try await occasions.change(
            id, .event, if: precondition, by: caller, or: "events:write"
        ) { try apply(change, to: $0) }.0
    }

    func cancel(
        _ id: String, if precondition: Precondition, by caller: Caller
    ) async throws -> Occasion {
        try await occasions.cancel(
            id, .event, if: precondition, by: caller, or: "events:write"
        ).0
    }

    /// A date or an end that is not told stays where it is.
    private func apply(_ change: EventChange, to event: Occasion) throws -> OccasionFacts {
        let old = event.facts
        var facts = old
        facts.title = change.name.applied(to: old.title)
        facts.location = change.venue.value ?? old.location
        facts.description = change.description.applied(to: old.description)
        facts.capacity = change.capacity(of: event)
        facts.price = change.price.applied(to: old.price)
        facts.endsAt = change.end.applied(to: old.endsAt)
        if let start = change.start.value, start != old.startsAt {
            clock.set(start, in: try clock.zone(old.timezone), &facts)
        }
        try Events.times.check(facts, isEndGiven: change.end.value != nil)
        return facts
    }
}
