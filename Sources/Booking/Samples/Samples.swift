import Crypto
import SQLite
import Time
import Web

/// What a new server of a developer shows: somebody who leads sessions, an admin, and one of each thing that
/// can be booked.
package struct Samples: Sendable {
    /// The password of the people among the samples, for all to know: it is refused at every door where
    /// somebody could choose it.
    package static let password = "password123"

    private let database: Database
    private let journal: Journal
    private let users: Users
    private let ids: Ids
    private let clock: WallClock
    private let currency: String

    package init(
        database: Database, journal: Journal, users: Users, clock: WallClock, currency: String
    ) {
        self.database = database
        self.journal = journal
        self.users = users
        self.clock = clock
        self.currency = currency
        ids = Ids()
    }

    /// Puts them into a database that has seen nobody but an admin, all or none of them; whether it did.
    package func plant() async throws -> Bool {
        guard try database.read(within: .seconds(5), { try isNew($0) }) else { return false }
        let hash = try await users.hashing.hash(Samples.password)
        return try await database.write { tx in
            guard try isNew(tx) else { return false }
            let host = try users.add(.sampleFacilitator(hash, in: tx), by: nil, in: tx)
            if try !UserStore.hasActiveAdmin(besides: "", tx) {
                _ = try users.add(.sampleAdmin(hash, in: tx), by: nil, in: tx)
            }
            for (kind, facts) in occasions(ledBy: host.id, at: tx.now) {
                try journal.record(
                    OccasionEntries.created(kind), facts, of: ids.next(at: tx.now), by: nil,
                    in: tx)
            }
            try journal.record(
                ServiceEntries.created, service, of: ids.next(at: tx.now), by: nil, in: tx)
            return true
        }
    }

    /// Whether nothing has happened but what every start does.
    private func isNew(_ reader: Reader) throws -> Bool {
        try reader.first(
            """
            select 1
            from journal
            where kind not in ('role.created', 'user.registered')
            limit 1
            """
        ) { _ in true } == nil
            && !UserStore.hasSomebody(besides: BuiltInRole.admin, reader)
    }

    // MARK: What there is

    private func occasions(
        ledBy host: String, at now: Instant
    ) -> [(OccasionKind, OccasionFacts)] {
        [
            (.session, meditation(host, now)), (.session, retreat(host, now)),
            (.class, yoga(host, now)), (.event, openDay(now)),
        ]
    }

    private func meditation(_ host: String, _ now: Instant) -> OccasionFacts {
        var facts = blank("Morning Meditation", host, places: 10, on: 1, 9, lasting: 3_600, now)
        facts.description = "Start your day with peaceful meditation"
        facts.category = SessionKind.session.rawValue
        facts.price = 25_00
        return facts
    }

    private func retreat(_ host: String, _ now: Instant) -> OccasionFacts {
        var facts = blank("Weekend Retreat", host, places: 5, on: 7, 9, lasting: 172_800, now)
        facts.description = "Two days of quiet in the hills"
        facts.category = SessionKind.retreat.rawValue
        facts.price = 200_00
        return facts
    }

    private func yoga(_ host: String, _ now: Instant) -> OccasionFacts {
        var facts = blank("Yoga", host, places: 12, on: 2, 18, lasting: 3_600, now)
        facts.description = "For everybody who has a mat"
        facts.location = "Studio 1"
        return facts
    }

    private func openDay(_ now: Instant) -> OccasionFacts {
        var facts = blank("Open Day", nil, places: 100, on: 30, 10, lasting: 28_800, now)
        facts.description = "Come in and look around"
        facts.location = "The whole house"
        return facts
    }

    private var service: ServiceFacts {
        ServiceFacts(
            title: "Massage", description: "An hour for back and neck", price: 60_00,
            currency: currency, status: .active,
            timing: ServiceTiming(
                duration: 60, buffer: 15, lead: 60, step: 30,
                hours: nil))
    }

    /// Something so many days from now, at a full hour where the house is.
    private func blank(
        _ title: String, _ host: String?, places: Int, on day: Int, _ hour: Int,
        lasting seconds: Int, _ now: Instant
    ) -> OccasionFacts {
        var facts = OccasionFacts(
            blank: title, host: host, capacity: places, currency: currency)
        let date = clock.usual.local(at: now).date.adding(days: day)
        let time = TimeOfDay(hour: hour, minute: 0) ?? .midnight
        let start = clock.usual.instant(of: LocalTime(date, time))
        clock.set(start, in: clock.usual, &facts)
        facts.endsAt = start + .seconds(seconds)
        return facts
    }
}

extension Users.Newcomer {
    fileprivate static func sampleFacilitator(
        _ hash: PasswordHash, in tx: Transaction
    ) throws -> Users.Newcomer {
        var newcomer = try sample("facilitator", "John Doe", .facilitator, hash, in: tx)
        newcomer.profile.bio = "Leads people into silence and back"
        newcomer.profile.specialization = "Mindfulness & Wellness"
        return newcomer
    }

    fileprivate static func sampleAdmin(
        _ hash: PasswordHash, in tx: Transaction
    ) throws -> Users.Newcomer {
        try sample("admin", "Ada Admin", .admin, hash, in: tx)
    }

    private static func sample(
        _ username: String, _ name: String, _ role: BuiltInRole, _ hash: PasswordHash,
        in tx: Transaction
    ) throws -> Users.Newcomer {
        guard let role = try RoleStore.role(role.id, tx) else { throw Problem.unknownRole }
        let profile = Profile(
            email: "\(username)@example.com", username: username, name: name,
            emailVerifiedAt: tx.now)
        return Users.Newcomer(
            profile: profile, needsUsername: true, roles: [role], hash: hash)
    }
}
