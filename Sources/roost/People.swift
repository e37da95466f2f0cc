import Booking
import Crypto
import Outbound
import Posix
import SQLite
import Server
import Time
import Web

/// Everything about accounts, put together as the configuration wants it.
struct People: Sendable {
    let users: Users
    let roles: Roles
    let facilitators: Facilitators
    let doorkeeper: Doorkeeper
    private let hashing: PasswordHashing
    private let configuration: Configuration
    private let log: Log

    init(
        _ configuration: Configuration, _ database: Database, _ journal: Journal,
        _ idempotency: Idempotency, _ letters: LetterPost, clock: Clock, log: Log
    ) throws {
        self.configuration = configuration
        self.log = log
        let ids = Ids()
        let access = LiveAccess(lifetime: configuration.accessTokenLifetime)
        let tokens = try AccessTokens(configuration)
        hashing = try PasswordHashing(threads: Processors.count)
        doorkeeper = Doorkeeper(tokens: tokens, access: access, database: database, clock: clock)
        roles = Roles(
            database: database, journal: journal, ids: ids, access: access,
            idempotency: idempotency)
        users = Users(
            database: database, journal: journal, ids: ids, clock: clock, log: log,
            access: access,
            signIns: SignIns(
                ids: ids, access: access, refreshLifetime: configuration.refreshTokenLifetime,
                accessLifetime: configuration.accessTokenLifetime),
            tokens: tokens, hashing: hashing,
            delays: configuration.rateLimits.areOn ? SignInDelays(clock: .system) : nil,
            letters: letters, google: GoogleSignIn(configuration, clock: clock),
            rules: Users.Rules(isFacilitatorOpen: configuration.facilitatorSignup == .open),
            admit: Facilitators.admission(journal), depart: Features.departure(journal),
            holdings: Features.holdings, idempotency: idempotency)
        facilitators = Facilitators(database: database, journal: journal)
    }

    var metrics: [Metric] { hashing.metrics }

    /// Makes what every server has, once the database is open.
    func begin() async throws {
        try hashing.start()
        try await roles.prepare()
        try doorkeeper.begin()
        try await makeFirstAdmin()
    }

    /// The admin of the configuration, where there is no admin yet.
    private func makeFirstAdmin() async throws {
        guard let email = configuration.adminEmail, let password = configuration.adminPassword,
            try !users.hasAdmin()
        else { return }
        do {
            let admin = try await users.makeAdmin(
                email: email, username: nil, password: password.text)
            log.info("made the first admin", ["account": admin.id])
        } catch let problem as Problem {
            throw CommandFailure(
                line: "ADMIN_EMAIL and ADMIN_PASSWORD can't be made an admin: \(problem.detail)",
                exitCode: .configuration)
        }
    }

    /// Finishes what is under way.
    func stop() {
        hashing.stop()
    }
}

extension GoogleSignIn {
    fileprivate init(_ configuration: Configuration, clock: Clock) {
        let url = configuration.googleKeysURL
        let client = WebClient(
            configuration.environment == .production ? .https : .httpsOrLoopback,
            atMost: GoogleKeys.maximumBytes)
        self.init(
            clientID: configuration.googleClientID, keys: GoogleKeys(url, client: client),
            clock: clock)
    }
}

extension AccessTokens {
    fileprivate init(_ configuration: Configuration) throws(OpenSSLError) {
        try self.init(
            key: Array(configuration.jwtSecretKey.text.utf8),
            previousKey: configuration.jwtPreviousSecretKey.map { Array($0.text.utf8) },
            issuer: configuration.publicURL ?? "roost",
            lifetime: Int(configuration.accessTokenLifetime.components.seconds))
    }
}
