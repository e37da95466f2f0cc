import HTTP
import JSON
import Testing
import Web
import Workbench

@testable import Booking

@Suite("Pages of problems")
struct ProblemPagesTests {
    /// A route that refuses whoever lacks a permission in words of its own, and has a problem.
    private let route = Route(
        .get, "/rooms", "", in: Area("Rooms", ""),
        access: .permission(
            "rooms:read", orElse: Problem(.forbidden, "key_missing", "You have no <key>.")),
        takes: Takes.nothing, gives: .noContent,
        problems: [Problem(.conflict, "room_taken", "The room is taken.")]
    ) { _ in }

    /// The page at this path below the list's; nothing is the list.
    private func page(_ code: String) async throws -> RawAnswer {
        let router = try Router(ProblemPages([route]).routes)
        let log = Log(.error, clock: .system) { _ in }
        let refusals = RefusalAnswers(
            ids: RequestIDs(process: 7), headers: SecurityHeaders(.http), log: nil)
        let application = Application(
            router, proxies: TrustedProxies([]), layers: [],
            problems: ProblemResponses(log: log), refusals: refusals)
        return try await Scenario(application).ask(.get, "/docs/problems\(code)")
    }

    @Test(
        "A route's own problems have one, which names the route",
        arguments: ["room_taken", "key_missing"])
    func own(code: String) async throws {
        let answer = try await page("/\(code)")
        #expect(answer.status == 200)
        #expect(answer["Content-Type"] == "text/html; charset=utf-8")
        #expect(answer.text.contains("<a href=\"/docs#getRootRooms\">"))
        #expect(answer.text.contains("<code>/rooms</code>"))
        #expect(!answer.text.contains("<key>"))
    }

    @Test("So have those that any request may meet, the reader's refusals among them")
    func general() async throws {
        for code in Problem.general.map(\.code) {
            let answer = try await page("/\(code)")
            #expect(answer.status == 200, "\(code)")
            let isNamed = answer.text.contains("<a href=\"/docs#getRootRooms\">")
            #expect(answer.text.contains("Any operation may answer it.") != isNamed, "\(code)")
        }
        #expect(try await page("/malformed_request").text.contains("Any operation may answer it."))
    }

    @Test("A token that is no good is refused wherever it matters who calls")
    func badToken() async throws {
        #expect(try await page("/invalid_token").text.contains("<a href=\"/docs#getRootRooms\">"))
    }

    @Test("The list has every code under its status, and a place to lead to")
    func list() async throws {
        let html = try await page("").text
        #expect(html.contains("<h2 id=\"status-409\">409 Conflict</h2>"))
        #expect(html.contains("<tr id=\"room_taken\"><td><a href=\"/docs/problems/room_taken\">"))
        for code in Problem.general.map(\.code) {
            #expect(html.contains("<tr id=\"\(code)\">"), "\(code)")
        }
    }

    @Test("A page shows the answer as it is sent")
    func example() async throws {
        let html = try await page("/room_taken").text
        #expect(html.contains("HTTP/1.1 409 Conflict\nContent-Type: application/problem+json\n\n{"))
        #expect(html.contains("&quot;type&quot;: &quot;/docs/problems/room_taken&quot;"))
        #expect(try await page("/overloaded").text.contains("\nRetry-After: 1\n"))
        #expect(
            try await page("/invalid_request").text.contains(
                "&quot;pointer&quot;: &quot;/name&quot;"))
    }

    @Test("Any other code is not found")
    func unknown() async throws {
        #expect(try await page("/no_problem").code == "not_found")
    }

    @Test("Every problem of the API has a page, and says where", arguments: Way.allCases)
    func everywhere(way: Way) async throws {
        let desk = try FrontDesk(way)
        let codes = Set(desk.features.table.flatMap { $0.problems + $0.commonProblems }.map(\.code))
        for code in codes {
            #expect(try await desk.get("/docs/problems/\(code)").status == 200, "\(code)")
        }
        guard case .string(let page)? = try await desk.get("/nowhere").json?["type"] else { return }
        #expect(try await desk.get(page).status == 200)
    }
}
