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

    init(
        _ options: House.Options, _ database: Database, _ journal: Journal, _ ids: Ids,
        _ clock: Clock
    ) throws {
        let zones = ZoneTable()
        let wall = WallClock(zones, usual: try zones.zone(named: "Asia/Kolkata"))
        services = options.services(database, journal, ids, clock)
        occasions = Occasions(
            database: database, journal: journal, ids: ids, clock: clock,
            withdraw: options.withdrawOccasion)
        classes = Classes(occasions, clock: wall, currency: "USD")
        sessions = Sessions(occasions, clock: wall, currency: "USD")
        events = Events(occasions, clock: wall, currency: "USD")
    }

    var routes: [Route] {
        classes.routes + services.routes + sessions.routes + events.routes
    }
}
