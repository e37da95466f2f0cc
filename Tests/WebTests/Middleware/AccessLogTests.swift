import HTTP
import JSON
import Testing

@testable import Web

@Suite("Access log")
struct AccessLogTests {
    let lines = LogLines()
    let time = TestTime()
    let durations = RequestDurations([Route.stub(.get, "/things/{id}")])

    func chain(_ log: Log?, answer: @escaping Chain.Endpoint) -> Chain {
        let measure = Measure(
            durations, clock: time.monotonic,
            accessLog: log.map { AccessLog($0) })
        return Chain(measure, endpoint: answer)
    }

    func line(_ answer: @escaping Chain.Endpoint) async throws -> JSON {
        let chain = chain(lines.log(.debug, time), answer: answer)
        _ = try await chain.send(.get, "/things/1?access_token=secret")
        return try #require(try lines.objects().last)
    }

    @Test("A request is one line")
    func line() async throws {
        let time = time
        let line = try await line { _, context in
            context.requestID = "abc"
            context.identity = .caller(Caller(id: "anna", signIn: "1", permissions: []))
            time.pass(milliseconds: 12)
            return .json("12345")
        }
        #expect(
            line == [
                "time": "2026-01-15T09:00:00.012Z", "level": "info", "message": "request",
                "method": "GET", "route": "/things/{id}", "status": 200, "bytes": 5,
                "ms": try JSON.parse("12.000"), "request_id": "abc", "user_id": "anna",
            ])
        #expect(lines.texts.allSatisfy { $0.hasSuffix("}") })
    }

    @Test("Paths and queries are not written, whatever happens")
    func secrets() async throws {
        _ = try await line { _, _ in .json("{}", status: .internalServerError) }
        #expect(lines.texts.allSatisfy { !$0.contains("secret") && !$0.contains("/things/1") })
    }

    @Test("Only the server's faults are errors", arguments: [(404, "info"), (500, "error")])
    func levels(status: Int, level: String) async throws {
        let line = try await line { _, _ in .json("{}", status: Status(status)) }
        #expect(line["level"] == .string(level))
    }

    @Test("A stream of unknown length has no number of bytes")
    func stream() async throws {
        let line = try await line { _, _ in Response(.ok, body: .stream(length: nil) { _ in }) }
        #expect(line["bytes"] == nil)
    }

    @Test("Without an access log requests are still measured")
    func off() async throws {
        _ = try await chain(nil) { _, _ in .json("{}") }.send()
        #expect(lines.texts.isEmpty)
        #expect(durations.metric.samples().last?.value == 1)
    }
}
