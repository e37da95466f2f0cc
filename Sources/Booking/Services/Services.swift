import HTTP
import SQLite
import Time
import Web

/// What people book appointments for, and when these are free.
package struct Services: Sendable {
    /// The times that live bookings of a service claim, each with its buffer, as far as they lie within
    /// an interval. Bookings are a feature above this one.
    package typealias Claims =
        @Sendable (_ service: String, Interval, Reader) throws -> [Interval]

    /// What becomes of the bookings of a service that is deleted, within the transaction that deletes it.
    package typealias Withdrawal =
        @Sendable (_ service: Service, _ actor: String?, Transaction) throws -> Void

    /// What an operator decides about services.
    package struct Rules: Sendable {
        /// What new prices are in.
        package let currency: String
        /// Where the clocks hang of services that don't say it.
        package let zone: Zone

        package init(currency: String, zone: Zone) {
            self.currency = currency
            self.zone = zone
        }
    }

    private let database: Database
    private let journal: Journal
    private let ids: Ids
    private let clock: Clock
    private let zones: ZoneTable
    private let rules: Rules
    private let claims: Claims
    private let withdraw: Withdrawal
    let idempotency: Idempotency

    package init(
        database: Database, journal: Journal, ids: Ids, clock: Clock, zones: ZoneTable,
        rules: Rules, claims: @escaping Claims, withdraw: @escaping Withdrawal,
        idempotency: Idempotency
    ) {
        self.database = database
        self.journal = journal
        self.ids = ids
        self.clock = clock
        self.zones = zones
        self.rules = rules
        self.claims = claims
        self.withdraw = withdraw
        self.idempotency = idempotency
    }

    func list(
        _ query: ServicesQuery, for caller: Caller?, _ request: Request, within time: Duration
    ) async throws -> Listing<Service> {
        let mayChange = caller?.permissions.contains("services:write") ?? false
        guard query.isActive || mayChange else {
            return query.page.listing([], of: 0, for: request)
        }
        let search = ServiceSearch(query)
        let found = try await database.read(isQuick: search.isQuick, within: time) {
            try search.find($0)
        }
        return query.page.listing(found.services, of: found.total, for: request)
    }

    func service(_ id: String, within time: Duration) throws -> Service {
        try database.read(within: time) { try found(id, $0) }
    }

    func create(
        _ new: NewService, by caller: Caller, once: Once<Service> = .always
    ) async throws -> Service {
        let facts = new.facts(in: rules.currency)
        try check(facts.timing)
        return try await database.write { tx in
            let id = ids.next(at: tx.now)
            let service = try record(
                ServiceEntries.created, facts, of: id, by: caller, in: tx)
            try once.keep(service, in: tx)
            return service
        }
    }

    func change(
        _ id: String, _ change: ServiceChange, if precondition: Precondition, by caller: Caller
    ) async throws -> Service {
        try await database.write { tx in
            let service = try found(id, tx)
            try precondition.check(Service.tag(service))
            let facts = change.applied(to: service.facts)
            if facts.areWritten(as: service.facts) { return service }
            if case .set = change.hours { try check(facts.timing) }
            return try record(ServiceEntries.changed, facts, of: id, by: caller, in: tx)
        }
    }

    func delete(_ id: String, if precondition: Precondition, by caller: Caller) async throws {
        try await database.write { tx in
            let service = try found(id, tx)
            try precondition.check(Service.tag(service))
            try withdraw(service, caller.id, tx)
            try journal.record(
                ServiceEntries.deleted, service.facts, of: id, by: caller.id, in: tx)
        }
    }

    private func found(_ id: String, _ reader: Reader) throws -> Service {
        guard let service = try ServiceStore.service(id, reader) else { throw Problem.notFound }
        return service
    }

    private func check(_ timing: ServiceTiming) throws(Problem) {
        if let hours = timing.hours { _ = try zones.zone(named: hours.timezone) }
    }

    private func record(
        _ kind: EntryKind<ServiceFacts>, _ facts: ServiceFacts, of id: String, by caller: Caller,
        in tx: Transaction
    ) throws -> Service {
        try journal.record(kind, facts, of: id, by: caller.id, in: tx)
        return try found(id, tx)
    }
}

extension Services {
    /// When a service can be booked, with the zone that it means.
    package func rules(of service: Service) throws -> ServiceRules {
        let timing = service.facts.timing
        return ServiceRules(
            duration: .seconds(timing.duration * 60), buffer: .seconds(timing.buffer * 60),
            lead: .seconds(timing.lead * 60), step: timing.step, hours: timing.hours?.weekly,
            zone: try timing.hours.map { try zones.zone(named: $0.timezone) } ?? rules.zone)
    }

    /// The appointments that can be booked now: none of a service that is switched off.
    func free(
        _ id: String, _ query: AvailabilityQuery, within time: Duration
    ) throws -> FreeAppointments {
        let now = clock.now
        let range = try query.range(at: now)
        let shown = try query.timezone.map { try zones.zone(named: $0) }
        return try database.read(within: time) { reader in
            let service = try found(id, reader)
            let rules = try rules(of: service)
            let zone = shown ?? rules.zone
            guard service.isActive else { return FreeAppointments(appointments: [], zone: zone) }
            let availability = Availability(
                rules, claims: try claims(id, rules.reach(of: range), reader), now: now)
            return FreeAppointments(appointments: availability.starts(in: range), zone: zone)
        }
    }
}
