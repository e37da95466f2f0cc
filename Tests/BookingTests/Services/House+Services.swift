import SQLite
import Time

@testable import Booking

extension House.Options {
    func services(
        _ database: Database, _ journal: Journal, _ idempotency: Idempotency, _ ids: Ids,
        _ clock: Clock
    ) -> Services {
        let bookings = Claims(journal)
        return Services(
            database: database, journal: journal, ids: ids, clock: clock, zones: ZoneTable(),
            rules: Services.Rules(currency: "USD", zone: .utc), claims: claims,
            withdraw: withdraw ?? { try bookings.withdraw($0, by: $1, in: $2) },
            idempotency: idempotency)
    }
}
