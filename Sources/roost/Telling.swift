import Booking
import SQLite
import Time
import Web

/// Everything that tells somebody of what has happened, put together as the configuration wants it.
struct Telling: Sendable {
    let notices: Notices
    let deliveries: Deliveries

    init(
        _ configuration: Configuration, _ database: Database, _ journal: Journal, clock: Clock,
        log: Log
    ) {
        notices = Notices(
            database: database, journal: journal, ids: Ids(), clock: clock, log: log)
        deliveries = Deliveries(notices)
    }

    var metrics: [Metric] { notices.metrics }

    /// The ways that there are, once the database is open.
    func start() async throws {
        try await notices.start([])
    }

    func stop() async {
        await notices.stop()
    }
}
