import Booking
import HTTP
import SQLite
import Time
import Web
import Workbench

/// The routes of the platform on a server whose database comes and goes as a test wants.
struct FrontDesk: Sendable {
    let readiness: Readiness
    let features: Features
    /// How often the database was lost.
    private let database: Tally
    private let scenario: Scenario

    /// With metrics, and with the token that reads them, if there is one.
    init(_ way: Way = .inMemory, metrics: [Metric] = [], metricsToken: String? = nil) throws {
        let database = Tally()
        self.database = database
        let check = HealthCheck("database", good: "connected", bad: "disconnected") {
            database.value == 0
        }
        readiness = Readiness(checks: [check])
        let platform = Platform(
            version: "1.2.3", clock: Clock { Instant(milliseconds: 1_768_467_600_000) },
            readiness: readiness, metrics: MetricsPage(metrics), metricsToken: metricsToken)
        // None of these routes reads the journal.
        let nowhere = Database(DatabaseOptions(path: ""))
        let entries = Entries(Journal(try Chapters([])), in: nowhere)
        features = Features(platform: platform, entries.routes, publicURL: "")
        scenario = try Scenario(FrontDesk.application(features.table), way)
    }

    private static func application(_ table: [Route]) throws -> Application {
        let log = Log(.error, clock: .system) { _ in }
        let ids = RequestIDs(process: 7)
        return Application(
            try Router(table.strict), proxies: TrustedProxies([]),
            layers: [
                RequestID(ids), Compression(), Authentication { _ in nil }, Conditional(),
            ],
            problems: ProblemResponses(log: log),
            refusals: RefusalAnswers(ids: ids, headers: SecurityHeaders(.http), log: nil))
    }

    /// From now on the database does not answer.
    func loseDatabase() {
        database.add(1)
    }

    func get(_ path: String, _ fields: (String, String)...) async throws -> RawAnswer {
        try await get(path, fields)
    }

    func get(_ path: String, _ fields: [(String, String)]) async throws -> RawAnswer {
        try await scenario.ask(.get, path, fields)
    }

    func head(_ path: String) async throws -> RawAnswer {
        try await scenario.ask(.head, path)
    }
}
