import HTTP
import JSON
import Testing
import Web
import Workbench

@Suite("A strict route")
struct StrictRouteTests {
    private let told = Notes<String>()

    private static let gone = Problem(.gone, "boat_sunk", "The boat has sunk.")
    private static let away = Problem(.conflict, "boat_away", "The boat is at sea.")

    /// A route that declares a berth with a name, and that the boat may be away.
    private func answer(
        _ run: @escaping @Sendable () throws -> Response
    ) async throws -> RawAnswer {
        let told = told
        let route = Route(
            .get, "/berth", "", in: Area("A", ""), access: .everyone, takes: Takes.nothing,
            gives: .response(
                "application/json", about: "",
                schema: Answer<String>.object(nil, [.init("name", .text) { $0 }]).document),
            problems: [StrictRouteTests.away]
        ) { _ in try run() }
        let router = try Router([route.strict { told.add($0) }])
        let ids = RequestIDs(process: 7)
        let application = Application(
            router, proxies: TrustedProxies([]), layers: [RequestID(ids)],
            problems: ProblemResponses(log: Log(.error, clock: .system) { _ in }),
            refusals: RefusalAnswers(ids: ids, headers: SecurityHeaders(.http), log: nil))
        return try await Scenario(application).ask(.get, "/berth")
    }

    private static func json(_ text: String, _ status: Status = .ok) -> Response {
        Response(status, .json, body: .bytes(Array(text.utf8)))
    }

    @Test("Lets pass what is declared")
    func declared() async throws {
        let good = try await answer { StrictRouteTests.json(#"{"name":"Anna"}"#) }
        #expect(good.status == 200)
        #expect(try await answer { throw StrictRouteTests.away }.status == 409)
        #expect(told.all == [])
    }

    @Test(
        "Tells of any other status, shape, media type and problem, and answers 500",
        arguments: [
            (json(#"{"name":"Anna"}"#, .created), "the status 201"),
            (json(#"{"name":7}"#), "/name: 7 is not type \"string\""),
            (json("{}"), "/name is missing"),
            (json(#"{"name":"Anna","mast":1}"#), "/mast is unheard of"),
            (json("{"), "no JSON"),
            (Response(.ok, ResponseFields([.contentType: "text/plain"])), "'text/plain'"),
        ])
    func undeclared(response: Response, told line: String) async throws {
        #expect(try await answer { response }.status == 500)
        #expect(told.all.count == 1)
        #expect(told.all.first?.replacing("\\", with: "").contains(line) == true)
    }

    @Test("Tells of a problem that isn't declared, and of none that may befall any request")
    func problems() async throws {
        #expect(try await answer { throw StrictRouteTests.gone }.status == 500)
        #expect(told.all.first?.contains("410 boat_sunk") == true)
        #expect(try await answer { throw Problem.overloaded }.status == 503)
        #expect(told.all.count == 1)
    }
}
