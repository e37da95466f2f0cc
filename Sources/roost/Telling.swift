import Booking
import SQLite
import Time
import Web

/// Everything that tells somebody of what has happened, put together as the configuration wants it.
struct Telling: Sendable {
    let notices: Notices
    let deliveries: Deliveries
    let webhooks: Webhooks

    init(
        _ configuration: Configuration, _ database: Database, _ journal: Journal,
        _ idempotency: Idempotency, clock: Clock, log: Log
    ) throws {
        notices = Notices(
            database: database, journal: journal, ids: Ids(), clock: clock, log: log)
        deliveries = Deliveries(notices)
        webhooks = Webhooks(
            database: database, notices: notices, ids: Ids(), clock: clock, log: log,
            seal: try WebhookSeal(
                key: Array(configuration.jwtSecretKey.text.utf8),
                previousKey: configuration.jwtPreviousSecretKey.map { Array($0.text.utf8) }),
            client: Webhooks.client(
                configuration.environment == .production ? .https : .httpsOrLoopback,
                allowsPrivate: configuration.allowsPrivateWebhooks),
            idempotency: idempotency)
    }

    var routes: [Route] { deliveries.routes + webhooks.routes }

    var metrics: [Metric] { notices.metrics }

    /// The ways that there are, once the database is open.
    func start() async throws {
        try await notices.start(webhooks.channels())
    }

    func stop() async {
        await notices.stop()
    }
}
