import JSON
import Testing
import Workbench

@Suite("Handlers that fail")
struct HandlerFailureTests {
    @Test("A problem that a handler throws is its answer", arguments: Way.allCases)
    func problem(way: Way) async throws {
        let answer = try await Harbour(way).ask(.get, "/api/v1/storms/problem")
        #expect(answer.status == 503)
        #expect(answer.json?["title"] == "The harbour is busy.")
    }

    @Test("Any other error tells the client nothing and the log its id", arguments: Way.allCases)
    func unknown(way: Way) async throws {
        let harbour = try Harbour(way)
        let answer = try await harbour.ask(
            .get, "/api/v1/storms/flood", [("X-Request-ID", "storm-1")])
        #expect(answer.status == 500)
        #expect(answer.json?["detail"] == "Something went wrong on our side.")
        #expect(!answer.text.contains("secret") && !answer.text.contains("Flood"))
        let lines = try harbour.lines.objects()
        let line = try #require(
            lines.first { $0["message"] == "A request failed without a problem" })
        #expect(line["request_id"] == "storm-1")
        #expect(line["route"] == "/api/v1/storms/{kind}")
        #expect(line["error"] == "Flood")
    }

    @Test("A cancellation that nobody asked for is such an error")
    func cancelled() async throws {
        #expect(try await Harbour().ask(.get, "/api/v1/storms/cancelled").status == 500)
    }

    @Test("Work that is cancelled because its time is over is a 504", arguments: Way.allCases)
    func outOfTime(way: Way) async throws {
        let harbour = try Harbour(way)
        // The tide itself would take an hour.
        let answer = try await harbour.ask(.get, "/api/v1/tide")
        #expect(answer.status == 504)
        #expect(answer.code == "timeout")
    }

    @Test("Each refusal leaves one line in the access log, with its status")
    func logged() async throws {
        let harbour = try Harbour()
        _ = try await harbour.ask(.get, "/api/v1/boats/7?secret=1", as: "ben")
        let lines = try harbour.lines.objects()
        #expect(lines.count == 1)
        #expect(lines.first?["route"] == "/api/v1/boats/{id}")
        #expect(lines.first?["status"] == 404)
        #expect(lines.first?["user_id"] == "ben")
        #expect(!harbour.lines.texts.joined().contains("secret"))
    }
}
