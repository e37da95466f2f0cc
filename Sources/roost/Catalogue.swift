import Booking
import SQLite
import Time

/// Everything that can be booked, put together as the configuration wants it.
struct Catalogue: Sendable {
    let services: Services
    let classes: Classes
    let sessions: Sessions
    let events: Events
    /// The clocks of the house.
    let wall: WallClock

    init(
        _ configuration: Configuration, _ database: Database, _ journal: Journal, clock: Clock
    ) throws(CommandFailure) {
        let zones = ZoneTable()
        let usual = try Catalogue.usualZone(configuration, zones)
        let ids = Ids()
        let currency = configuration.defaultCurrency
        let occasions = Occasions(
            database: database, journal: journal, ids: ids, clock: clock,
            withdraw: { _, _, _ in })
        services = Services(
            database: database, journal: journal, ids: ids, clock: clock, zones: zones,
            rules: Services.Rules(currency: currency, zone: usual), claims: { _, _, _ in [] },
            withdraw: { _, _, _ in })
        wall = WallClock(zones, usual: usual)
        classes = Classes(occasions, clock: wall, currency: currency)
        sessions = Sessions(occasions, clock: wall, currency: currency)
        events = Events(occasions, clock: wall, currency: currency)
    }

    /// Where things take place that don't say it.
    static func usualZone(
        _ configuration: Configuration, _ zones: ZoneTable
    ) throws(CommandFailure) -> Zone {
        guard let usual = zones.find(configuration.defaultTimezone) else {
            throw CommandFailure(
                line: "DEFAULT_TIMEZONE: this machine knows no time zone "
                    + "\(configuration.defaultTimezone); is the package tzdata installed?",
                exitCode: .configuration)
        }
        return usual
    }
}
