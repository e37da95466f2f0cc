import HTTP
import JSON
import Posix
import SQLite
import Synchronization
import Testing
import Time
import Web
import Workbench

@testable import Booking

@Suite("What storage can't do")
struct StorageStateTests {
    @Test("A database without its file makes the server ill")
    func missing() async throws {
        let desk = try Desk(isOpen: false)
        let health = try await desk.ask(.get, "/health")
        #expect(health.status == 503)
        #expect(health.json?["database"] == "disconnected")
        #expect(try await desk.ask(.get, "/health/ready").json == ["status": "failing"])
    }

    @Test("One that is open makes it ready")
    func open() async throws {
        let desk = try Desk()
        #expect(try await desk.ask(.get, "/health").json?["database"] == "connected")
        #expect(try await desk.ask(.get, "/health/ready").status == 200)
        #expect(try await desk.ask(.post, "/change").status == 204)
    }

    @Test("A full queue is told to clients and to balancers, until there is room again")
    func full() async throws {
        let desk = try Desk(waitingWrites: 1)
        let (blocking, waiting) = try await desk.fill()
        let refused = try await desk.ask(.post, "/change")
        #expect(refused.status == 503)
        #expect(refused.json?["code"] == "overloaded")
        #expect(refused["Retry-After"] == "1")
        #expect(try await desk.ask(.get, "/health/ready").json == ["status": "overloaded"])
        #expect(try await desk.ask(.get, "/health").status == 200)
        desk.goOn()
        try await blocking.value
        try await waiting.value
        #expect(try await desk.ask(.get, "/health/ready").status == 200)
        #expect(try await desk.ask(.post, "/change").status == 204)
    }

    @Test("A database that takes nothing more is read only")
    func closed() async throws {
        let desk = try Desk()
        desk.database.close()
        let refused = try await desk.ask(.post, "/change")
        #expect(refused.status == 503)
        #expect(refused.json?["code"] == "read_only")
        #expect(refused["Retry-After"] == "30")
        #expect(try await desk.ask(.get, "/health/ready").json == ["status": "read_only"])
        #expect(try await desk.ask(.get, "/health").status == 200)
    }

    @Test("A read that takes the request's time is given up")
    func endless() async throws {
        let answer = try await Desk().ask(.get, "/endless")
        #expect(answer.status == 504)
        #expect(answer.json?["code"] == "timeout")
    }

    /// A server with a database of its own, and routes that use it.
    private final class Desk: Sendable {
        let database: Database
        private let folder: TemporaryFolder
        private let scenario: Scenario
        private let monitor = Monitor()
        private let isBlocked = Atomic(true)

        init(isOpen: Bool = true, waitingWrites: Int = 4_096) throws {
            folder = try TemporaryFolder()
            var options = DatabaseOptions(path: "\(folder.path)/test.db")
            options.waitingWrites = waitingWrites
            let database = Database(options)
            self.database = database
            if isOpen { try database.open() }
            let readiness = Readiness(database)
            readiness.enter(.ready)
            let platform = Platform(
                version: "1", clock: .system, readiness: readiness, metrics: MetricsPage([]),
                metricsToken: nil)
            let entries = Entries(Journal(try Chapters([])), in: database)
            let routes = Features(platform: platform, entries.routes, publicURL: "").table
            scenario = try Scenario(
                Desk.application(routes + [Desk.change(database), Desk.endless(database)]))
        }

        deinit {
            database.close()
        }

        func ask(_ method: HTTP.Method, _ path: String) async throws -> RawAnswer {
            try await scenario.ask(method, path)
        }

        /// One write that goes on and on, and one behind it, which is all that may wait.
        func fill() async throws -> (
            blocking: Task<Void, any Error>, waiting: Task<Void, any Error>
        ) {
            let blocking = Task { [self] in
                try await database.write { [self] _ in
                    monitor.locked {
                        while isBlocked.load(ordering: .relaxed) { monitor.wait() }
                    }
                }
            }
            while database.statistics.waits.values.counts.reduce(0, +) == 0 { await Task.yield() }
            let waiting = Task { [database] in try await database.write { _ in } }
            while database.waitingWrites == 0 { await Task.yield() }
            return (blocking, waiting)
        }

        func goOn() {
            monitor.locked {
                isBlocked.store(false, ordering: .relaxed)
                monitor.tell()
            }
        }

        private static func change(_ database: Database) -> Route {
            Route(
                .post, "/change", "Changes something", in: .platform, access: .everyone,
                takes: Takes.nothing, gives: .noContent
            ) { _ in try await database.write { _ in } }
        }

        private static func endless(_ database: Database) -> Route {
            Route(
                .get, "/endless", "Counts for ever", in: .platform, access: .everyone,
                takes: Takes.nothing, gives: .noContent,
                options: RouteOptions(timeLimit: .milliseconds(50))
            ) { call in
                _ = try database.read(within: call.timeLeft) { reader in
                    try reader.count(
                        """
                        with recursive number(n) as (select 1 union all select n + 1 from number)
                        select count(*) from number
                        """)
                }
            }
        }

        private static func application(_ table: [Route]) throws -> Application {
            let log = Log(.error, clock: .system) { _ in }
            let ids = RequestIDs(process: 7)
            return Application(
                try Router(table.strict), proxies: TrustedProxies([]),
                layers: [RequestID(ids), Authentication { _ in nil }, TimeLimit()],
                problems: ProblemResponses(log: log, translate: Problem.ofStorage),
                refusals: RefusalAnswers(ids: ids, headers: SecurityHeaders(.http), log: nil))
        }
    }
}
