import HTTP
import JSON
import SQLite
import Studio
import Web
import Workbench

@testable import Booking

/// The journal's routes over a database with a studio in it, and those who ask: a reader, who may read
/// the journal, and a guest, who may not.
final class ReadingDesk: Sendable {
    let studio: Studio
    let database: Database
    let application: Application
    private let folder: TemporaryFolder
    private let scenario: Scenario

    var watch: JournalWatch { studio.journal.watch }

    init(_ way: Way = .inMemory) async throws {
        folder = try TemporaryFolder()
        studio = try Studio()
        database = try await Studio.database(at: "\(folder.path)/roost.db")
        application = try ReadingDesk.application(Entries(studio.journal, in: database).routes)
        scenario = try Scenario(application, way)
    }

    deinit {
        database.close()
    }

    private static func application(_ table: [Route]) throws -> Application {
        let ids = RequestIDs(process: 7)
        let authentication = Authentication { request in
            switch request.fields[.authorization] {
            case "Bearer reader":
                Caller(id: "reader", signIn: "1", permissions: ["journal:read"])
            case "Bearer guest": Caller(id: "guest", signIn: "2", permissions: [])
            default: nil
            }
        }
        return Application(
            try Router(table.strict), proxies: TrustedProxies([]),
            layers: [RequestID(ids), authentication, TimeLimit(), Conditional()],
            problems: ProblemResponses(
                log: Log(.error, clock: .system) { _ in }, translate: Problem.ofStorage),
            refusals: RefusalAnswers(ids: ids, headers: SecurityHeaders(.http), log: nil))
    }

    func get(_ query: String = "", as caller: String? = "reader") async throws -> RawAnswer {
        let fields = caller.map { [("Authorization", "Bearer \($0)")] } ?? []
        return try await scenario.ask(.get, "/api/v1/journal\(query)", fields)
    }

    /// Opens so many sittings, each in a commit of its own.
    func open(_ numbers: ClosedRange<Int>) async throws {
        let studio = studio
        for number in numbers {
            try await database.write {
                _ = try studio.open(Studio.id(number), capacity: 5, by: "anna", in: $0)
            }
        }
    }

    /// Returns when so many wait.
    func waiters(_ count: Int) async throws {
        let end = ContinuousClock.now + RawClient.patience
        while watch.count != count, ContinuousClock.now < end {
            try await Task.sleep(for: .milliseconds(2))
        }
    }
}

extension RawAnswer {
    /// The entries of a list, with or without its envelope.
    var entries: [JSON] {
        if case .array(let entries)? = json?["items"] ?? json { return entries }
        return []
    }

    var seqs: [Int] {
        entries.compactMap { entry in
            if case .integer(let seq)? = entry["seq"] { return Int(seq) }
            return nil
        }
    }
}
