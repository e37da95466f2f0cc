import Crypto
import HTTP
import JSON
import Migrations
import SQLite
import Testing
import Time
import Web
import Workbench

@testable import Booking

/// A server's part about people, on a database of its own, with a clock that the test moves. Passwords
/// cost little here.
final class House: Sendable {
    let folder: TemporaryFolder
    let clock = HandClock()
    let database: Database
    let journal: Journal
    let users: Users
    let roles: Roles
    let facilitators: Facilitators
    let catalogue: HouseCatalogue
    let idempotency: Idempotency
    let doorkeeper: Doorkeeper
    let access: LiveAccess
    let seal: LetterSeal
    let mailHouse: MailHouse
    /// Tells nobody until a test starts it.
    let notices: Notices
    let webhooks: Webhooks
    let logged = Notes<String>()
    private let hashing: PasswordHashing
    private let scenario: Scenario

    /// What differs between houses.
    struct Options {
        var way = Way.inMemory
        var isFacilitatorOpen = true
        var publicURL: String? = "https://roost.example"
        var google: GoogleSignIn?
        var capacityOfAccess = 100_000
        /// Where another house stood before.
        var folder: TemporaryFolder?
        /// Wrong passwords cost nothing.
        var isPatient = false
        /// What bookings say to services, where it isn't what there is.
        var claims: Services.Claims = { try BookedTime.claims(ofService: $0, within: $1, $2) }
        var withdraw: Services.Withdrawal?
        var withdrawOccasion: Occasions.Withdrawal?
        /// How much is kept for retries, and by which secrets.
        var retries = IdempotencyLimits()
        var retryKeys = (key: "a secret for retries", previous: String?.none)

        /// Who posts to webhooks.
        var webhookClient = Webhooks.client(.httpsOrLoopback, allowsPrivate: true)

        fileprivate var rules: Users.Rules {
            Users.Rules(isFacilitatorOpen: isFacilitatorOpen)
        }
    }

    static let cheap = Argon2Parameters(memory: 32, passes: 1, lanes: 1)
    static let accessLifetime = 1_800

    init(_ options: Options = Options()) async throws {
        folder = try options.folder ?? TemporaryFolder()
        let path = "\(folder.path)/roost.db"
        try Migrator(Migration.embedded).migrate(
            Connection(path, .create), at: Instant(milliseconds: 0))
        let clock = clock.clock
        database = Database(DatabaseOptions(path: path), clock: clock)
        try database.open()
        journal = Journal(try Chapters(Features.chapters))
        access = LiveAccess(
            lifetime: .seconds(House.accessLifetime), capacity: options.capacityOfAccess)
        hashing = try House.hashing()
        let ids = Ids()
        let tokens = try House.accessTokens()
        let log = House.log(to: logged)
        seal = try LetterSeal(key: Array("a secret for letters".utf8))
        mailHouse = try House.mailHouse(options)
        notices = Notices(
            database: database, journal: journal, ids: ids, clock: clock, log: log,
            chance: { 0.5 })
        doorkeeper = Doorkeeper(tokens: tokens, access: access, database: database, clock: clock)
        idempotency = try options.idempotency(database, clock)
        roles = Roles(
            database: database, journal: journal, ids: ids, access: access,
            idempotency: idempotency)
        users = Users(
            database: database, journal: journal, ids: ids, clock: clock, log: log,
            access: access,
            signIns: SignIns(
                ids: ids, access: access, refreshLifetime: .seconds(7 * 86_400),
                accessLifetime: .seconds(House.accessLifetime)),
            tokens: tokens, hashing: hashing,
            delays: options.isPatient ? nil : SignInDelays(clock: self.clock.monotonic),
            letters: LetterPost(notices, seal), google: options.google ?? .nowhere,
            rules: options.rules,
            admit: Facilitators.admission(journal), depart: Features.departure(journal),
            holdings: Features.holdings, idempotency: idempotency)
        webhooks = try Webhooks(notices, idempotency, options.webhookClient)
        facilitators = Facilitators(database: database, journal: journal)
        catalogue = try HouseCatalogue(options, database, journal, idempotency, ids, clock)
        try await roles.prepare()
        try doorkeeper.begin()
        scenario = try House.scenario(
            users.routes + roles.routes + facilitators.routes + catalogue.routes
                + Entries(journal, in: database).routes + Deliveries(notices).routes
                + webhooks.routes,
            doorkeeper, log, options.way)
        // What is older than a token's whole second is looked up, so the tests begin behind it.
        self.clock.move(2)
    }

    deinit {
        hashing.stop()
        database.close()
    }

    private static func accessTokens() throws -> AccessTokens {
        try AccessTokens(
            key: Array("a key for tests, 32 bytes at least".utf8), issuer: "roost",
            lifetime: accessLifetime)
    }

    private static func hashing() throws -> PasswordHashing {
        let hashing = try PasswordHashing(threads: 2, waiting: 100, parameters: House.cheap)
        try hashing.start()
        return hashing
    }

    private static func mailHouse(_ options: Options) throws -> MailHouse {
        MailHouse(
            sender: try #require(Mailbox("roost@example.com", name: "Roost")),
            publicURL: options.publicURL, wordings: try Wordings(usual: .en))
    }

    private static func log(to notes: Notes<String>) -> Log {
        Log(.debug, clock: .system) { notes.add(String(decoding: $0, as: UTF8.self)) }
    }

    private static func scenario(
        _ table: [Route], _ doorkeeper: Doorkeeper, _ log: Log, _ way: Way
    ) throws -> Scenario {
        let ids = RequestIDs(process: 7)
        let application = Application(
            try Router(table.strict),
            proxies: TrustedProxies([AddressBlock("127.0.0.1")].compactMap(\.self)),
            layers: [
                RequestID(ids), doorkeeper.authentication, TimeLimit(), Conditional(),
            ],
            problems: ProblemResponses(log: log, translate: Problem.ofStorage),
            refusals: RefusalAnswers(ids: ids, headers: SecurityHeaders(.http), log: nil))
        return try Scenario(application, way)
    }

    // MARK: Asking

    func ask(
        _ method: HTTP.Method, _ path: String, _ body: JSON? = nil, as person: Person? = nil,
        _ fields: [(String, String)] = []
    ) async throws -> RawAnswer {
        try await send(
            method, path, body.map(\.bytes), as: person,
            fields + (body == nil ? [] : [("Content-Type", "application/json")]))
    }

    func send(
        _ method: HTTP.Method, _ path: String, _ body: [UInt8]?, as person: Person? = nil,
        _ fields: [(String, String)]
    ) async throws -> RawAnswer {
        let token = person.map { [("Authorization", "Bearer \($0.token)")] } ?? []
        return try await scenario.ask(method, "/api/v1\(path)", token + fields, body: body)
    }

    /// Sees a page as a browser does, or sends its form.
    func browse(_ path: String, form: String? = nil) async throws -> RawAnswer {
        let type = [("Content-Type", "application/x-www-form-urlencoded")]
        return try await scenario.ask(
            form == nil ? .get : .post, path, form == nil ? [] : type,
            body: form.map { Array($0.utf8) })
    }
}

extension GoogleSignIn {
    /// Nobody signs in by Google.
    fileprivate static var nowhere: GoogleSignIn {
        GoogleSignIn(
            clientID: nil, keys: GoogleKeys { throw CancellationError() }, clock: .system)
    }
}
