import HTTP
import JSON
import Testing

@testable import Web

@Suite("Problem answers")
struct ProblemResponsesTests {
    let lines = LogLines()

    func answer(to error: any Error) async throws -> Response {
        try await Chain(
            RequestID(RequestIDs(process: 1)), log: lines.log(), endpoint: { _, _ in throw error }
        ).send(.get, "/things/1", [("X-Request-ID", "abc")])
    }

    @Test("A problem becomes the document of RFC 9457")
    func document() async throws {
        let problem = Problem(.conflict, "session_full", "The session is full.")
            .saying("The session \"Yoga\" is full.")
        let response = try await answer(to: problem)
        #expect(response.status == .conflict)
        #expect(response.fields[.contentType] == "application/problem+json")
        #expect(
            try JSON.parse(response.bodyBytes) == [
                "type": "/docs/problems/session_full", "title": "The session is full.",
                "status": 409, "detail": "The session \"Yoga\" is full.",
                "error": "The session \"Yoga\" is full.", "code": "session_full",
                "request_id": "abc",
            ])
    }

    @Test("All faults of a body are listed")
    func faults() async throws {
        var problem = Problem(.unprocessableContent, "invalid", "Some members are wrong.")
        problem.faults = [
            Fault(pointer: "/a", field: "a", code: "required", detail: "is missing"),
            Fault(pointer: "/b/0", field: "b.0", code: "too_long", detail: "is too long"),
        ]
        let document = try JSON.parse(try await answer(to: problem).bodyBytes)
        #expect(
            document["errors"] == [
                ["pointer": "/a", "field": "a", "code": "required", "detail": "is missing"],
                ["pointer": "/b/0", "field": "b.0", "code": "too_long", "detail": "is too long"],
            ])
    }

    @Test("A problem's own fields go out with it")
    func fields() async throws {
        let problem = Problem(.methodNotAllowed, "method_not_allowed", "No.").adding(.allow, "GET")
        #expect(try await answer(to: problem).fields[.allow] == "GET")
    }

    @Test(
        "A status that owes the client a field has it",
        arguments: [
            (401, "WWW-Authenticate", "Bearer"), (429, "Retry-After", "1"),
            (503, "Retry-After", "5"),
        ])
    func owed(status: Int, name: String, value: String) async throws {
        let fields = try await answer(to: Problem(Status(status), "code", "Title.")).fields
        #expect(fields[FieldName(stringLiteral: name)] == value)
    }

    @Test("A field that the problem brings is not given twice")
    func notTwice() async throws {
        let problem = Problem(.serviceUnavailable, "busy", "Busy.").adding(.retryAfter, "30")
        let fields = try await answer(to: problem).fields
        #expect(fields.pairs.filter { $0.name == "Retry-After" }.map(\.value) == ["30"])
    }

    @Test("What the HTTP reader refuses and a body that is too large are problems too")
    func readers() async throws {
        let refusal = try await answer(to: Refusal(.badRequest, "bad_target", "No."))
        #expect(try JSON.parse(refusal.bodyBytes)["code"] == "bad_target")
        let large = try await answer(to: BodyTooLarge(limit: 10))
        #expect(large.status == .contentTooLarge)
        #expect(try JSON.parse(large.bodyBytes)["code"] == "body_too_large")
    }

    @Test("Any other error tells the client nothing and the log everything")
    func internalError() async throws {
        struct DatabaseGone: Error { let path = "/secret/place" }
        let response = try await answer(to: DatabaseGone())
        #expect(response.status == .internalServerError)
        #expect(try JSON.parse(response.bodyBytes)["code"] == "internal_error")
        #expect(!response.text.contains("secret"))
        let line = try #require(try lines.objects().first)
        #expect(line["level"] == "error")
        #expect(line["error"] == "DatabaseGone")
        #expect(line["request_id"] == "abc")
        #expect(line["route"] == "/things/{id}")
    }

    @Test("A request whose client has left is no fault of the server's")
    func clientLeft() async throws {
        let lines = lines
        let task = Task {
            let chain = Chain(log: lines.log()) { _, _ in
                withUnsafeCurrentTask { $0?.cancel() }
                throw CancellationError()
            }
            return try await chain.send()
        }
        #expect(try await task.value.status.code == 499)
        #expect(lines.texts.isEmpty)
    }

    @Test("A cancellation that nobody asked for is a fault like any other")
    func strayCancellation() async throws {
        #expect(try await answer(to: CancellationError()).status == .internalServerError)
    }
}
