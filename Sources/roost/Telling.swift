import Booking
import Outbound
import SQLite
import Time
import Web

/// Everything that tells somebody of what has happened, put together as the configuration wants it.
struct Telling: Sendable {
    let notices: Notices
    let deliveries: Deliveries
    let webhooks: Webhooks
    let mail: Mail
    private let channels: [Channel]
    private let reminders: Rounds?
    private let orders: Rounds

    init(
        _ configuration: Configuration, _ database: Database, _ journal: Journal,
        _ idempotency: Idempotency, clock: Clock, log: Log
    ) throws {
        notices = Notices(
            database: database, journal: journal, ids: Ids(), clock: clock, log: log)
        deliveries = Deliveries(notices)
        webhooks = try Webhooks(configuration, database, notices, idempotency, clock, log)
        mail = try Mail(configuration, notices, database, clock: clock, log: log)
        orders = deliveries.rounds(
            for: RetryOrders(besideDatabase: database.path), log: log)
        // The operator has set their addresses, which may be anywhere.
        let client = WebClient(
            .any, addresses: .any, within: .seconds(15), atMost: Reply.mostBytes, beyond: .dropped)
        reminders =
            configuration.reminds
            ? Reminders(notices, before: .seconds(configuration.reminderHours * 3_600))
                .rounds(log: log) : nil
        channels =
            [mail.channel] + configuration.services.map { $0.channel(database, client) }
    }

    var routes: [Route] { deliveries.routes + webhooks.routes }

    var metrics: [Metric] { notices.metrics }

    /// The ways that there are, once the database is open.
    func start() async throws {
        try await notices.start(channels + webhooks.channels())
        reminders?.start()
        orders.start()
    }

    func stop() async {
        await reminders?.stop()
        await orders.stop()
        await notices.stop()
        await mail.stop()
    }
}

extension Configuration {
    /// Whether there is somebody to remind people.
    fileprivate var reminds: Bool {
        reminderHours > 0 && (smtpHost != nil || environment != .production)
    }

    /// Other programs that are told of new bookings.
    fileprivate var services: [BookingService] {
        var services: [BookingService] = []
        if let url = emailServiceURL { services.append(.mailService(url)) }
        if let url = crmURL, let token = crmToken {
            services.append(.crm(url, token: token.text))
        }
        if let url = notificationServiceURL, let token = notificationServiceToken {
            services.append(.notificationService(url, token: token.text))
        }
        return services
    }
}

extension Webhooks {
    fileprivate init(
        _ configuration: Configuration, _ database: Database, _ notices: Notices,
        _ idempotency: Idempotency, _ clock: Clock, _ log: Log
    ) throws {
        self.init(
            database: database, notices: notices, ids: Ids(), clock: clock, log: log,
            seal: try WebhookSeal(
                key: Array(configuration.jwtSecretKey.text.utf8),
                previousKey: configuration.jwtPreviousSecretKey.map { Array($0.text.utf8) }),
            client: Webhooks.client(
                configuration.environment == .production ? .https : .httpsOrLoopback,
                allowsPrivate: configuration.allowsPrivateWebhooks),
            idempotency: idempotency)
    }
}
