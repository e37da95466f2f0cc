import Booking
import HTTP
import Posix
import SQLite
import Server
import Time
import Web

/// Puts the server together from its parts, as the configuration wants them: the only place that
/// knows them all.
struct Assembly {
    let configuration: Configuration
    let log: Log
    /// Closed, until who serves opens it.
    let database: Database
    let journal: Journal
    let readiness: Readiness
    let copies: Copies
    let people: People
    let catalogue: Catalogue
    let telling: Telling
    private let notifications: Notifications
    let serverMetrics = ServerMetrics()
    private let clock = Clock.system

    init(configuration: Configuration, log: Log) throws {
        self.configuration = configuration
        self.log = log
        // The log that is streamed lies beside what a link leads to.
        let file = File.target(of: configuration.databaseFile)
        database = Database(DatabaseOptions(path: file), clock: clock)
        journal = Journal(try Chapters(Features.chapters))
        readiness = Readiness(database)
        copies = try Copies(of: database, configuration, clock: clock, log: log)
        let idempotency = try Idempotency(configuration, database, clock: clock)
        telling = try Telling(
            configuration, database, journal, idempotency, clock: clock, log: log)
        people = try People(
            configuration, database, journal, idempotency, telling.mail.letters, clock: clock,
            log: log)
        catalogue = try Catalogue(
            configuration, database, journal, idempotency, clock: clock, log: log)
        // Others are served still, however many listen.
        let hub = LiveHub(
            journal, in: database, doorkeeper: people.doorkeeper, clock: clock, log: log,
            atMost: configuration.maxConnections * 4 / 5)
        notifications = Notifications(
            hub, allowOrigin: Assembly.allowedOrigins(of: configuration))
    }

    /// The features, with the metrics of a table of routes.
    private func features(metrics: [Metric]) -> Features {
        Features(
            platform: Platform(
                version: Version.current, clock: clock, readiness: readiness,
                metrics: MetricsPage(metrics), metricsToken: configuration.metricsToken?.text),
            people.users.routes, people.roles.routes, people.facilitators.routes,
            catalogue.classes.routes, catalogue.services.routes, catalogue.sessions.routes,
            catalogue.events.routes, catalogue.bookings.routes,
            catalogue.calendars.routes, catalogue.reviews.routes, telling.routes,
            notifications.routes,
            Entries(journal, in: database).routes,
            publicURL: configuration.publicURL ?? "")
    }

    /// Every operation of the API, for commands that only show them.
    var features: Features { features(metrics: []) }

    /// The routes with their layers, the outermost first.
    func application() throws -> Application {
        // What is measured by route needs the table, and the table has the route of the metrics in it.
        let durations = RequestDurations(features.operations)
        let refusals = RateRefusals()
        let metrics =
            [durations.metric, refusals.metric] + serverMetrics.metrics
            + DatabaseMetrics(database: database, journal: journal).metrics + copies.metrics
            + people.metrics + telling.metrics + ProcessMetrics.metrics
        let router = try Router(features(metrics: metrics).table)
        let ids = RequestIDs(process: UInt64.random(in: .min ... .max))
        let headers = SecurityHeaders(isPublishedByHTTPS ? .https : .http)
        let authentication = people.doorkeeper.authentication
        let accessLog = configuration.accessLog ? AccessLog(log) : nil

        var layers: [any Middleware] = [
            RequestID(ids),
            Measure(durations, clock: .system, accessLog: accessLog),
            Compression(),
            headers,
            CORS(allowOrigin: Assembly.allowedOrigins(of: configuration)),
        ]
        if configuration.rateLimits.areOn {
            layers.append(
                RateLimit(
                    configuration.rateLimits.rules, table: RateTable(), refusals: refusals,
                    authentication: authentication, clock: .system))
        }
        layers += [authentication, TimeLimit(), Conditional()]
        return Application(
            router, proxies: TrustedProxies(configuration.trustedProxies), layers: layers,
            problems: ProblemResponses(log: log, translate: Problem.ofStorage),
            refusals: RefusalAnswers(
                ids: ids, headers: headers, log: configuration.accessLog ? log : nil))
    }

    /// Puts samples into a new database, but never in production.
    func plantSamples() async throws {
        guard configuration.seedsSampleData, configuration.environment != .production else {
            return
        }
        let samples = Samples(
            database: database, journal: journal, users: people.users, clock: catalogue.wall,
            currency: configuration.defaultCurrency)
        if try await samples.plant() {
            log.info(
                "planted samples",
                ["facilitator": "facilitator@example.com", "setting": "SEED_SAMPLE_DATA"])
        }
    }

    /// Binds and starts.
    func server() throws -> Server {
        guard let port = UInt16(exactly: configuration.port) else {
            throw CommandFailure(line: "PORT is not a port")
        }
        var limits = ServerLimits()
        limits.requestTime = configuration.requestTimeout
        limits.connections = configuration.maxConnections
        limits.connectionsPerAddress = configuration.maxConnectionsPerIP
        let workers = configuration.workers == 0 ? Processors.count : configuration.workers
        let server = try Server(
            SocketAddress(configuration.host, port: port), workers: workers,
            handler: try application(),
            limits: limits, clock: clock)
        serverMetrics.attach(server)
        return server
    }

    private var isPublishedByHTTPS: Bool {
        configuration.publicURL?.hasPrefix("https://") ?? false
    }

    private static func allowedOrigins(
        of configuration: Configuration
    ) -> CORS.AllowedOrigins {
        switch configuration.allowedOrigins {
        case []: .none
        case ["*"]: .any
        default: .oneOf(configuration.allowedOrigins)
        }
    }
}

extension Idempotency {
    fileprivate init(_ configuration: Configuration, _ database: Database, clock: Clock) throws {
        try self.init(
            database: database, clock: clock, key: Array(configuration.jwtSecretKey.text.utf8),
            previousKey: configuration.jwtPreviousSecretKey.map { Array($0.text.utf8) })
    }
}

extension RateLimits {
    /// The limits by the policies that routes name.
    fileprivate var rules: [RatePolicy: RateRule] {
        let rates: [(RatePolicy, Rate)] = [
            (.register, register), (.login, login), (.recover, recover), (.reset, reset),
            (.profileRead, profileRead), (.profileUpdate, profileUpdate), (.password, password),
            (.default, everythingElse),
        ]
        let rules = rates.map { ($0.0, RateRule($0.1.count, per: $0.1.seconds)) }
        return Dictionary(uniqueKeysWithValues: rules)
    }
}
