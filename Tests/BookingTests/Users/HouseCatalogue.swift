import SQLite
import Time
import Web

@testable import Booking

/// What can be booked in a house of tests. Everything is in Kolkata that doesn't say where it is.
struct HouseCatalogue: Sendable {
    let services: Services
    let occasions: Occasions
    let classes: Classes
    let sessions: Sessions
    let events: Events
    let bookings: Bookings
    let calendars: Calendars
    let reviews: Reviews

    init(
        _ options: House.Options, _ database: Database, _ journal: Journal,
        _ idempotency: Idempotency, _ ids: Ids, _ clock: Clock
    ) throws {
        let zones = ZoneTable()
        let wall = WallClock(zones, usual: try zones.zone(named: "Asia/Kolkata"))
        let claims = Claims(journal)
        services = options.services(database, journal, idempotency, ids, clock)
        occasions = Occasions(
            database: database, journal: journal, ids: ids, clock: clock,
            withdraw: options.withdrawOccasion ?? { try claims.withdraw($0, by: $1, in: $2) },
            idempotency: idempotency)
        classes = Classes(occasions, clock: wall, currency: "USD")
        sessions = Sessions(occasions, clock: wall, currency: "USD")
        events = Events(occasions, clock: wall, currency: "USD")
        bookings = Bookings(
            database: database, journal: journal, ids: ids, clock: clock, wall: wall,
            services: services,
            rules: Bookings.Rules(
                classCutoff: .seconds(1_800), slot: .seconds(1_800), currency: "USD"),
            sequel: Reviews.sequel(journal))
        calendars = Calendars(
            database: database, bookings: bookings, clock: clock,
            publicURL: options.publicURL)
        reviews = Reviews(
            database: database, journal: journal, ids: ids, idempotency: idempotency)
    }

    var routes: [Route] {
        classes.routes + services.routes + sessions.routes + events.routes + bookings.routes
            + calendars.routes
            + reviews.routes
    }
}
