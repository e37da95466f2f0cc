import HTTP
import JSON
import Testing
import Web
import Workbench

/// Whoever refuses a request, its client reads the same kind of answer.
@Suite("Every refusal of every layer")
struct RefusalAnswersTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let status: Int
        let code: String
        var question: Question
        var testDescription: String { "\(status) \(code)" }
    }

    private static let anna = ("Authorization", "Bearer anna")
    private static let isJSON = ("Content-Type", "application/json")

    private static func bring(_ body: String, _ fields: [(String, String)]) -> Question {
        Question(.post, "/api/v1/boats", fields, body: Array(body.utf8))
    }

    static let cases = [
        Case(
            status: 400, code: "bad_target", question: Question(.get, "/api/v1/boats/%zz")),
        Case(
            status: 400, code: "malformed_json", question: bring("{", [anna, isJSON])),
        Case(
            status: 401, code: "authentication_required",
            question: Question(.get, "/api/v1/boats/mine")),
        Case(status: 401, code: "authentication_required", question: Question(.get, "/ledger")),
        Case(
            status: 403, code: "permission_missing",
            question: bring("{}", [("Authorization", "Bearer ben"), isJSON])),
        Case(status: 404, code: "no_such_path", question: Question(.get, "/nowhere")),
        Case(status: 404, code: "not_found", question: Question(.get, "/api/v1/boats/7")),
        Case(
            status: 405, code: "method_not_allowed", question: Question(.put, "/api/v1/boats")),
        Case(
            status: 413, code: "body_too_large",
            question: bring(String(repeating: " ", count: Limits.jsonBody + 1), [anna, isJSON])),
        Case(
            status: 415, code: "unsupported_media_type", question: bring("{}", [anna])),
        Case(
            status: 422, code: "invalid_request", question: bring("{}", [anna, isJSON])),
        Case(
            status: 429, code: "rate_limited",
            question: Question(.post, Harbour.boat + "/launch", [anna])),
        Case(
            status: 500, code: "internal_error", question: Question(.get, "/api/v1/storms/flood")),
        Case(
            status: 503, code: "harbour_busy",
            question: Question(.get, "/api/v1/storms/problem")),
        Case(status: 504, code: "timeout", question: Question(.get, "/api/v1/tide")),
        Case(
            status: 400, code: "bad_target", question: Question(.get, "/boats#fragment")),
        Case(
            status: 431, code: "fields_too_large",
            question: Question(.get, "/", [("X-Long", String(repeating: "x", count: 17_000))])),
    ]

    /// The launch of boats is limited, and its one call is used up.
    private func harbour(_ way: Way) async throws -> Harbour {
        let harbour = try Harbour(way, rates: [.password: RateRule(1, per: 60)])
        _ = try await harbour.ask(.post, Harbour.boat + "/launch", as: "anna")
        return harbour
    }

    private func answer(_ one: Case, _ way: Way) async throws -> RawAnswer {
        try await harbour(way).ask(one.question)
    }

    @Test(
        "It is a problem document with every member of the contract", arguments: cases, Way.allCases
    )
    func document(one: Case, way: Way) async throws {
        // Only a wire has lines that are too long.
        guard way == .overSocket || one.status != 431 else { return }
        let answer = try await answer(one, way)
        #expect(answer.status == one.status)
        #expect(answer["Content-Type"] == "application/problem+json")
        let document = try #require(answer.json)
        #expect(document["code"] == .string(one.code))
        #expect(document["type"] == .string("/docs/problems/\(one.code)"))
        #expect(document["status"] == .integer(Int64(one.status)))
        #expect(document["detail"] == document["error"])
        #expect(document["title"] != nil && document["detail"] != nil)
        #expect(document["request_id"] == answer["X-Request-ID"].map(JSON.string))
        #expect((document["errors"] != nil) == (one.status == 422))
    }

    @Test("It has each field once that its status and the house ask for", arguments: cases)
    func fields(one: Case) async throws {
        let answer = try await answer(one, .overSocket)
        for name in [
            "X-Request-ID", "X-Content-Type-Options", "Referrer-Policy", "X-Frame-Options",
            "Content-Security-Policy", "Cache-Control", "Content-Type", "Content-Length", "Date",
        ] {
            #expect(answer.count(of: name) == 1, "\(name)")
        }
        #expect(answer["Cache-Control"] == "no-store")
        #expect(answer.count(of: "WWW-Authenticate") == (one.status == 401 ? 1 : 0))
        #expect(answer.count(of: "Retry-After") == ([429, 503].contains(one.status) ? 1 : 0))
        #expect(answer.count(of: "Allow") == (one.status == 405 ? 1 : 0))
        #expect(answer["ETag"] == nil)
    }

    @Test(
        "What can't be read as a request is one of them",
        arguments: [
            ("GET / HTTP/1.1\r\n\r\n", 400, "malformed_request"),
            ("BREW / HTTP/1.1\r\nHost: a\r\n\r\n", 501, "unknown_method"),
            ("GET / HTTP/3.0\r\nHost: a\r\n\r\n", 505, "version_not_supported"),
        ])
    func unreadable(text: String, status: Int, code: String) async throws {
        let answer = try await Harbour(.overSocket).say(text)
        #expect(answer.status == status)
        #expect(answer.code == code)
        #expect(answer["Content-Type"] == "application/problem+json")
        #expect(answer.json?["request_id"] == answer["X-Request-ID"].map(JSON.string))
        #expect(answer["X-Content-Type-Options"] == "nosniff")
        #expect(answer.closes)
    }
}
