import HTTP
import Testing
import Web
import Workbench

/// A request that is wrong in every way is mended fault by fault, and each check comes to its turn.
@Suite("The order of the checks")
struct CheckOrderTests {
    static let badPath = "/api/v1/boats/no-id"
    static let invalid = #"{"name":"far too long a name","seats":0}"#

    struct Try: Sendable, CustomTestStringConvertible {
        let status: Int
        let code: String
        var guest: String?
        var type: String?
        var query = "?limit=0"
        var body = "{"
        var testDescription: String { "\(status) \(code)" }
    }

    static let tries = [
        Try(status: 401, code: "authentication_required"),
        Try(status: 401, code: "invalid_token", guest: "nobody"),
        Try(status: 403, code: "permission_missing", guest: "ben"),
        Try(status: 415, code: "unsupported_media_type", guest: "anna"),
        Try(status: 415, code: "unsupported_media_type", guest: "anna", type: "text/plain"),
        Try(status: 400, code: "malformed_json", guest: "anna", type: "application/json"),
        Try(
            status: 422, code: "invalid_request", guest: "anna", type: "application/json",
            body: invalid),
        Try(
            status: 422, code: "invalid_request", guest: "anna", type: "application/json",
            query: "?limit=1", body: invalid),
        Try(
            status: 422, code: "invalid_request", guest: "anna", type: "application/json",
            body: "{}"),
        Try(
            status: 404, code: "not_found", guest: "anna", type: "application/json", query: "",
            body: "{}"),
    ]

    @Test(
        "401, 403, 415, 400, 422, then 404 of an id that can't be one", arguments: tries,
        Way.allCases)
    func order(attempt: Try, way: Way) async throws {
        var fields: [(String, String)] = []
        if let type = attempt.type { fields.append(("Content-Type", type)) }
        if let guest = attempt.guest { fields.append(("Authorization", "Bearer \(guest)")) }
        let answer = try await Harbour(way).send(
            .patch, CheckOrderTests.badPath + attempt.query, fields, body: attempt.body)
        #expect(answer.status == attempt.status)
        #expect(answer.code == attempt.code)
    }

    @Test(
        "A rate limit comes before all of them, a 404 of the path before it",
        arguments: Way.allCases)
    func limits(way: Way) async throws {
        let harbour = try Harbour(way, rates: [.default: RateRule(1, per: 60)])
        #expect(try await harbour.ask(.patch, CheckOrderTests.badPath).status == 401)
        #expect(try await harbour.ask(.patch, CheckOrderTests.badPath).status == 429)
    }

    @Test("A query that can't be read is told before the body is looked at")
    func query() async throws {
        let answer = try await Harbour().ask(
            .patch, Harbour.boat + "?limit=%zz", as: "anna", json: "{")
        #expect(answer.status == 400)
        #expect(answer.code == "bad_target")
    }

    @Test("A route without query parameters does not mind what stands there")
    func noParameters() async throws {
        #expect(try await Harbour().ask(.get, Harbour.boat + "?a=%zz").status == 200)
    }

    @Test(
        "A path's id is checked with its schema, and any other text is a 404",
        arguments: Way.allCases)
    func ids(way: Way) async throws {
        let harbour = try Harbour(way)
        let upper = try await harbour.ask(.get, "/api/v1/boats/\(Boat().id.uppercased())")
        #expect(upper.json?["id"] == .string(Boat().id))
        for id in ["7", "mine%20", "%2e%2e%2f", Boat().id + "0"] {
            let answer = try await harbour.ask(.get, "/api/v1/boats/\(id)")
            #expect(answer.status == 404)
            #expect(answer.code == "not_found")
        }
    }

    @Test("Every parameter of a path has to be right")
    func parameters() async throws {
        let harbour = try Harbour()
        #expect(try await harbour.ask(.get, "/api/v1/boats/x%2Fy/seats/3").text == #""x/y 3""#)
        #expect(try await harbour.ask(.get, "/api/v1/boats/x/seats/13").status == 404)
        #expect(try await harbour.ask(.get, "/api/v1/boats/x/seats/one").status == 404)
    }
}
