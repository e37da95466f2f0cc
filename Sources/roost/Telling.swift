import Booking
import SQLite
import Time
import Web

/// Everything that tells somebody of what has happened, put together as the configuration wants it.
struct Telling: Sendable {
    let notices: Notices
    let deliveries: Deliveries
    let mail: Mail

    init(
        _ configuration: Configuration, _ database: Database, _ journal: Journal, clock: Clock,
        log: Log
    ) throws {
        notices = Notices(
            database: database, journal: journal, ids: Ids(), clock: clock, log: log)
        deliveries = Deliveries(notices)
        mail = try Mail(configuration, notices, database, clock: clock, log: log)
    }

    var metrics: [Metric] { notices.metrics }

    /// The ways that there are, once the database is open.
    func start() async throws {
        try await notices.start([mail.channel])
    }

    func stop() async {
        await notices.stop()
        await mail.stop()
    }
}
