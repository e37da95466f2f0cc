import Outbound
import Testing
import Workbench

@Suite("Posting to other servers")
struct PostTests {
    private let client = WebClient(
        .httpsOrLoopback, connectWithin: .seconds(60), within: .seconds(300), atMost: 4_096,
        beyond: .dropped)

    @Test("A body and fields arrive as they were given")
    func content() async throws {
        let receiver = try Receiver { _ in .answer("201 Created", body: Array("done".utf8)) }
        defer { receiver.stop() }
        let body = (0..<3_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let answer = try await client.post(
            receiver.url("/a?b=c"), body,
            ["Content-Type": "application/json", "X-Empty": "", "webhook-id": "é"])
        #expect(answer.status == 201)
        #expect(answer.body == Array("done".utf8))
        let request = try #require(receiver.requests.first)
        #expect(request.head.hasPrefix("POST /a?b=c HTTP/1.1\r\n"))
        #expect(request.body == body)
        #expect(request["Content-Type"] == "application/json")
        #expect(request["X-Empty"] == "")
        #expect(request["webhook-id"] == "é")
        #expect(request["Expect"] == nil)
        #expect(request["User-Agent"] == "Roost")
    }

    @Test("An empty body is a body")
    func empty() async throws {
        let receiver = try Receiver { _ in .answer("204 No Content") }
        defer { receiver.stop() }
        _ = try await client.post(receiver.url(), [], ["Content-Type": "text/plain"])
        let request = try #require(receiver.requests.first)
        #expect(request.head.hasPrefix("POST / "))
        #expect(request["Content-Length"] == "0")
    }

    @Test(
        "A field that would be two is not sent",
        arguments: [
            ("A", "b\r\nC: d"), ("A", "b\nC"), ("A", "\0"), ("A\r\nB", "c"), ("A:", "b"), ("", "b"),
        ])
    func injection(name: String, value: String) async throws {
        let receiver = try Receiver { _ in .answer("204 No Content") }
        defer { receiver.stop() }
        await #expect(throws: WebClientError.malformedField) {
            try await client.post(receiver.url(), [1], [name: value])
        }
        #expect(receiver.connectionCount == 0)
    }

    @Test("Requests one after the other share a connection")
    func reuse() async throws {
        let receiver = try Receiver { _ in .answer("200 OK", body: [65]) }
        defer { receiver.stop() }
        for _ in 0..<20 {
            _ = try await client.post(receiver.url(), [66], ["Content-Type": "text/plain"])
        }
        #expect(receiver.requests.count == 20)
        #expect(receiver.connectionCount == 1)
    }

    @Test("Of a long answer the beginning is kept, and the connection too where little is lost")
    func longAnswer() async throws {
        let receiver = try Receiver { _ in
            .answer("200 OK", body: (0..<20_000).map { UInt8(truncatingIfNeeded: $0) })
        }
        defer { receiver.stop() }
        for _ in 0..<2 {
            let answer = try await client.get(receiver.url())
            #expect(answer.body == (0..<4_096).map { UInt8(truncatingIfNeeded: $0) })
        }
        #expect(receiver.connectionCount == 1)
    }

    @Test("An answer of a gigabyte is an answer, of which next to nothing is read")
    func flood() async throws {
        let receiver = try Receiver { _ in .flood(1_000_000_000) }
        defer { receiver.stop() }
        let answer = try await client.get(receiver.url())
        #expect(answer.status == 200)
        #expect(answer.body.count == 4_096)
        // What the sockets' buffers took is all that left.
        #expect(receiver.bytesSent < 50_000_000)
    }

    @Test("A request that is given up ends at once, at both ends")
    func cancelled() async throws {
        let receiver = try Receiver { _ in .silence }
        defer { receiver.stop() }
        let task = Task { try await client.post(receiver.url(), [1], [:]) }
        #expect(await eventually { receiver.requests.count == 1 })
        task.cancel()
        // Left to itself it would time out.
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(await eventually { receiver.endedCount == 1 })
    }

    @Test("Who has been cancelled before asks nothing")
    func cancelledBefore() async throws {
        let receiver = try Receiver { _ in .answer("200 OK") }
        defer { receiver.stop() }
        let gate = Gate()
        let task = Task {
            await gate.pass()
            return try await client.get(receiver.url())
        }
        task.cancel()
        gate.open()
        await #expect(throws: CancellationError.self) { try await task.value }
        #expect(receiver.requests.isEmpty)
    }
}
