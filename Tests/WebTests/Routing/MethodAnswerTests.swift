import HTTP
import Testing
import Workbench

@Suite("Answers where no route is")
struct MethodAnswerTests {
    @Test("An unknown path is a 404, whatever the method", arguments: Method.allCases)
    func unknownPath(method: Method) async throws {
        let answer = try await Harbour().ask(method, "/api/v1/ships")
        #expect(answer.status == 404)
        #expect(method == .head || answer.code == "no_such_path")
    }

    @Test(
        "A known path with another method is a 405 that allows those it has",
        arguments: Way.allCases)
    func otherMethod(way: Way) async throws {
        let answer = try await Harbour(way).ask(.delete, "/api/v1/boats")
        #expect(answer.status == 405)
        #expect(answer["Allow"] == "GET, POST, HEAD, OPTIONS")
        #expect(answer.code == "method_not_allowed")
    }

    @Test("OPTIONS is answered everywhere with the methods", arguments: Way.allCases)
    func options(way: Way) async throws {
        let harbour = try Harbour(way)
        let answer = try await harbour.ask(.options, Harbour.boat)
        #expect(answer.status == 204)
        #expect(answer["Allow"] == "GET, PATCH, DELETE, HEAD, OPTIONS")
        #expect(answer.body.isEmpty)
        #expect(answer["X-Request-ID"] != nil)
        #expect(try await harbour.ask(.options, "/ledger")["Allow"] == "GET, HEAD, OPTIONS")
    }

    @Test("OPTIONS * names every method of the server")
    func asterisk() async throws {
        let answer = try await Harbour(.overSocket).ask(.options, "*")
        #expect(answer.status == 204)
        #expect(answer["Allow"] == "GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS")
    }

    @Test("HEAD has the fields of GET and no body", arguments: ["identity", "gzip"])
    func head(coding: String) async throws {
        let harbour = try Harbour(.overSocket)
        for target in ["/api/v1/boats?limit=50", "/api/v1/boats?limit=1", "/api/v1/ships"] {
            let fields = [("Accept-Encoding", coding), ("X-Request-ID", "same")]
            let get = try await harbour.ask(.get, target, fields)
            let head = try await harbour.ask(.head, target, fields)
            #expect(head.body.isEmpty)
            #expect(head.status == get.status)
            #expect(lines(of: head) == lines(of: get))
        }
    }

    /// All but the date, which moves on.
    private func lines(of answer: RawAnswer) -> [String] {
        answer.fields.filter { $0.name != "Date" }.map { "\($0.name): \($0.value)" }
    }

    @Test("A path that can't be read is a 400, before anybody is asked who they are")
    func unreadable() async throws {
        let harbour = try Harbour()
        for target in ["/api/v1/boats/%00", "/api/v1/boats/..", "/api/v1/boats/%zz"] {
            let answer = try await harbour.ask(.delete, target, as: "nobody")
            #expect(answer.status == 400)
            #expect(answer.code == "bad_target")
        }
        #expect(harbour.verified.value == 0)
    }
}
