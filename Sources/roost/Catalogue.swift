import Booking
import SQLite
import Time
import Web

/// Everything that can be booked, put together as the configuration wants it.
struct Catalogue: Sendable {
    let services: Services
    let classes: Classes
    let sessions: Sessions
    let events: Events
    let bookings: Bookings
    let calendars: Calendars
    let reviews: Reviews
    /// The clocks of the house.
    let wall: WallClock
    private let completion: Rounds?

    init(
        _ configuration: Configuration, _ database: Database, _ journal: Journal,
        _ idempotency: Idempotency, clock: Clock, log: Log
    ) throws(CommandFailure) {
        let zones = ZoneTable()
        let usual = try Catalogue.usualZone(configuration, zones)
        let ids = Ids()
        let currency = configuration.defaultCurrency
        let claims = Claims(journal)
        let occasions = Occasions(
            database: database, journal: journal, ids: ids, clock: clock,
            withdraw: { try claims.withdraw($0, by: $1, in: $2) }, idempotency: idempotency)
        services = Services(
            database: database, journal: journal, ids: ids, clock: clock, zones: zones,
            rules: Services.Rules(currency: currency, zone: usual),
            claims: { try BookedTime.claims(ofService: $0, within: $1, $2) },
            withdraw: { try claims.withdraw($0, by: $1, in: $2) }, idempotency: idempotency)
        wall = WallClock(zones, usual: usual)
        classes = Classes(occasions, clock: wall, currency: currency)
        sessions = Sessions(occasions, clock: wall, currency: currency)
        events = Events(occasions, clock: wall, currency: currency)
        bookings = Bookings(
            database: database, journal: journal, ids: ids, clock: clock, wall: wall,
            services: services,
            rules: Bookings.Rules(
                classCutoff: .seconds(configuration.classBookingCutoff * 60),
                slot: .seconds(configuration.slotMinutes * 60), currency: currency),
            sequel: Reviews.sequel(journal))
        calendars = Calendars(
            database: database, bookings: bookings, clock: clock,
            publicURL: configuration.publicURL)
        reviews = Reviews(
            database: database, journal: journal, ids: ids, idempotency: idempotency)
        completion = configuration.autoCompleteHours.map { [bookings] hours in
            Completion.rounds(bookings, behind: .seconds(hours * 3_600), log: log)
        }
    }

    /// What is done without anybody asking, once the database is open.
    func start() {
        completion?.start()
    }

    func stop() async {
        await completion?.stop()
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
