import HTTP
import JSON
import Synchronization
import Testing
import Workbench

@testable import Web

/// A list that says of itself whether it is still right, and counts how often it was made.
@Suite("An answer that is known already")
struct KnownAnswersTests {
    private final class Fleet: Sendable {
        let made = Atomic(0)
        let isRight = Atomic(true)
        let isLasting = Atomic(true)

        func list(_ limit: Int) -> Listing<Boat> {
            let number = made.add(1, ordering: .relaxed).newValue
            var listing = Listing(
                [Boat(name: "Boat \(number)")], of: 1, page: 1, limit: limit, links: [],
                form: .array)
            if isLasting.load(ordering: .relaxed) {
                listing.isRight = { [self] in isRight.load(ordering: .relaxed) }
            }
            return listing
        }
    }

    private let fleet = Fleet()
    private let scenario: Scenario

    init() throws {
        let route = KnownAnswersTests.route(fleet)
        let log = LogLines().log()
        let ids = RequestIDs(process: 7)
        let authentication = Authentication { request in
            guard let name = request.fields[.authorization] else { return nil }
            return Caller(id: name, signIn: "1", permissions: [])
        }
        scenario = try Scenario(
            Application(
                try Router([route]), proxies: TrustedProxies([]),
                layers: [authentication, Conditional()], problems: ProblemResponses(log: log),
                refusals: RefusalAnswers(ids: ids, headers: SecurityHeaders(.http), log: log)))
    }

    private static func route(_ fleet: Fleet) -> Route {
        let limit = Parameters.one(
            Parameter("limit", .integer(1...100), default: 2, "How many at most."))
        return Route(
            .get, "/api/v1/boats", "Lists the boats", in: Area("Boats", "All."), access: .user,
            takes: Takes.query(limit), gives: .list(of: Boat.answer, about: "The boats")
        ) { call in fleet.list(call.query) }
    }

    private func ask(
        _ query: String = "", as guest: String? = "Bearer anna", _ fields: [(String, String)] = [],
        body: String? = nil
    ) async throws -> RawAnswer {
        let own = guest.map { [("Authorization", $0)] } ?? []
        return try await scenario.ask(
            .get, "/api/v1/boats" + query, own + fields, body: body.map { Array($0.utf8) })
    }

    private var made: Int { fleet.made.load(ordering: .relaxed) }

    @Test("Is given to everybody who may ask, with its tag")
    func known() async throws {
        let first = try await ask()
        let second = try await ask(as: "Bearer ben")
        #expect(first.status == 200)
        #expect(second.text == first.text)
        #expect(second["ETag"] == first["ETag"])
        #expect(first["ETag"]?.isEmpty == false)
        #expect(second["X-Total-Count"] == "1")
        #expect(made == 1)
        let tag = try #require(first["ETag"])
        #expect(try await ask(as: "Bearer cleo", [("If-None-Match", tag)]).status == 304)
        #expect(made == 1)
    }

    @Test("Is not given to whoever may not ask")
    func refused() async throws {
        _ = try await ask()
        #expect(try await ask(as: nil).status == 401)
    }

    @Test("Is made anew when it isn't right any more")
    func wrong() async throws {
        let first = try await ask()
        fleet.isRight.store(false, ordering: .relaxed)
        let second = try await ask()
        #expect(second.text != first.text)
        #expect(second["ETag"] != first["ETag"])
        fleet.isRight.store(true, ordering: .relaxed)
        #expect(try await ask().text == second.text)
        #expect(made == 2)
    }

    @Test("Is not kept where nobody can tell how long it is right")
    func fleeting() async throws {
        fleet.isLasting.store(false, ordering: .relaxed)
        #expect(try await ask().text != ask().text)
        #expect(made == 2)
    }

    @Test("Is not the one to another question, and faults are told each time")
    func questions() async throws {
        let first = try await ask("?limit=1")
        #expect(try await ask("?limit=2").text != first.text)
        #expect(try await ask("?limit=1&x=2").text != first.text)
        #expect(try await ask("?limit=1").text == first.text)
        for _ in 1...2 { #expect(try await ask("?limit=0").status == 422) }
        #expect(made == 3)
    }

    @Test("Is not looked for by a request that brings a body, which is read first")
    func body() async throws {
        let first = try await ask()
        let second = try await ask(body: "boats")
        #expect(second.text != first.text)
    }

    @Test("Makes room when there are too many, and is made anew then")
    func capacity() throws {
        let known = KnownAnswers(capacity: 10_000)
        let answer = Response(.ok, .json, body: .bytes(Array(repeating: 32, count: 2_000)))
        func question(_ number: Int) throws -> Request {
            try Request(.get, "/boats?page=\(number)", exchange: TestExchange())
        }
        for number in 1...3 { _ = known.keep(answer, to: try question(number)) { true } }
        for _ in 1...9 { _ = known.keep(answer, to: try question(3)) { true } }
        for number in 1...3 { #expect(known.answer(to: try question(number)) != nil) }
        _ = known.keep(answer, to: try question(4)) { true }
        #expect(known.answer(to: try question(1)) == nil)
        #expect(known.answer(to: try question(4)) != nil)
    }
}
