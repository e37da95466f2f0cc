import HTTP
import SQLite
import Web

/// Who leads sessions and retreats.
package struct Facilitators: Sendable {
    private let database: Database
    private let journal: Journal

    package init(database: Database, journal: Journal) {
        self.database = database
        self.journal = journal
    }

    /// Makes a facilitator of a newcomer who registers as one, within the transaction that lets them in.
    package static func admission(_ journal: Journal) -> Users.Admission {
        { account, roles, actor, tx in
            guard roles.contains(where: { $0.id == BuiltInRole.facilitator.id }) else { return }
            try journal.record(
                FacilitatorEntries.changed, Nothing(), of: account, by: actor, in: tx)
        }
    }

    /// Makes one of who asks, or changes what they say of themselves.
    func put(
        _ change: FacilitatorChange, if precondition: Precondition, by caller: Caller
    ) async throws -> Facilitator {
        try await database.write { tx in
            let known = try FacilitatorStore.facilitator(caller.id, tx)
            if let known { try precondition.check(Facilitator.tag(known)) }
            guard let user = try UserStore.user(caller.id, tx) else { throw Problem.notFound }
            var profile = user.profile
            profile.bio = change.bio.applied(to: profile.bio)
            profile.specialization = change.specialization.applied(to: profile.specialization)
            let parts = Changed.Part.differing(user.profile, profile)
            if known == nil || !parts.isEmpty {
                try journal.record(
                    FacilitatorEntries.changed, Nothing(), of: caller.id, by: caller.id, in: tx)
            }
            if !parts.isEmpty {
                try UserStore.update(profile, of: caller.id, in: tx)
                try journal.record(
                    UserEntries.changed, Changed(parts: parts), of: caller.id, by: caller.id,
                    in: tx)
            }
            guard let facilitator = try FacilitatorStore.facilitator(caller.id, tx) else {
                throw Problem.notFound
            }
            return facilitator
        }
    }

    func facilitator(_ id: String, within time: Duration) throws -> Facilitator {
        let found = try database.read(within: time) { try FacilitatorStore.facilitator(id, $0) }
        guard let found else { throw Problem.notFound }
        return found
    }

    func own(_ caller: Caller, within time: Duration) throws -> Facilitator {
        let found = try database.read(within: time) {
            try FacilitatorStore.facilitator(caller.id, $0)
        }
        guard let found else { throw Problem.facilitatorProfileMissing }
        return found
    }

    func list(
        _ page: Page, _ request: Request, within time: Duration
    ) throws -> Listing<Facilitator> {
        try database.read(within: time) { reader in
            page.listing(
                try FacilitatorStore.all(page, reader), of: try FacilitatorStore.count(reader),
                for: request)
        }
    }
}
