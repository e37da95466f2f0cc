import HTTP
import SQLite
import Time
import Web

/// Who comes to what, for those who lead it.
extension Bookings {
    /// The bookings of a class or session, the first in front, for who leads it or holds the permission.
    func roster(
        of id: String, _ kind: OccasionKind, _ page: Page, for caller: Caller,
        or permission: Permission, _ request: Request, within time: Duration
    ) async throws -> Listing<BookingView> {
        var search = BookingSearch(page)
        search.occasion = id
        search.order = .oldest
        return try await list(search, request, within: time) { reader in
            guard let occasion = try OccasionStore.occasion(id, kind, reader) else {
                throw Problem.notFound
            }
            guard occasion.facts.host == caller.id || caller.permissions.contains(permission)
            else { throw Problem.notYours }
        }
    }

    /// The bookings of all sessions that somebody leads, the newest in front.
    func hosted(
        by caller: Caller, _ page: Page, _ request: Request, within time: Duration
    ) async throws -> Listing<BookingView> {
        var search = BookingSearch(page)
        search.host = caller.id
        search.order = .newest
        return try await list(search, request, within: time) { reader in
            try Bookings.checkProfile(of: caller, reader)
        }
    }

    /// How it goes with the sessions that somebody leads.
    func dashboard(of caller: Caller, within time: Duration) async throws -> Dashboard {
        let now = clock.now
        return try await database.readAside(within: time) { [rules] reader in
            try Bookings.checkProfile(of: caller, reader)
            return try Dashboard(of: caller.id, in: rules.currency, at: now, reader)
        }
    }

    private static func checkProfile(of caller: Caller, _ reader: Reader) throws {
        guard try FacilitatorStore.exists(caller.id, reader) else {
            throw Problem.facilitatorProfileMissing
        }
    }
}
