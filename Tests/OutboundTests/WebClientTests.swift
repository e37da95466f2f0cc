import Glibc
import Outbound
import Testing
import Workbench

@Suite("The web client")
struct WebClientTests {
    private let client = WebClient(
        .httpsOrLoopback, connectWithin: .seconds(10), within: .seconds(20), atMost: 1_000)

    @Test("It hands over status, fields and body")
    func good() async throws {
        let answer = try await answer(
            of: RawServer.answer(
                "200 OK", ["Cache-Control: public, max-age=60", "X-Two:  a  ", "x-two: b"],
                body: Array("hello".utf8)))
        #expect(answer.status == 200)
        #expect(answer.body == Array("hello".utf8))
        #expect(answer["cache-control"] == "public, max-age=60")
        #expect(answer["X-TWO"] == "a, b")
        #expect(answer["Missing"] == nil)
    }

    @Test("It asks for the path and query that it was given, as a GET without a body")
    func question() async throws {
        let server = try RawServer { _ in .bytes(RawServer.answer("204 No Content")) }
        defer { server.stop() }
        _ = try await client.get(server.url("/a/b?c=d%20e"))
        let head = try #require(server.heads.first)
        #expect(head.hasPrefix("GET /a/b?c=d%20e HTTP/1.1\r\n"))
        #expect(head.contains("\r\nHost: 127.0.0.1:\(server.port)\r\n"))
        #expect(head.contains("\r\nUser-Agent: Roost\r\n"))
        #expect(!head.lowercased().contains("content-length"))
        #expect(!head.lowercased().contains("accept-encoding"))
    }

    @Test("A 404 is an answer like any other")
    func missing() async throws {
        let answer = try await answer(
            of: RawServer.answer("404 Not Found", body: Array("nothing here".utf8)))
        #expect(answer.status == 404)
        #expect(answer.body == Array("nothing here".utf8))
    }

    @Test("A redirect is handed over and not followed")
    func redirect() async throws {
        let server = try RawServer { head in
            let isFirst = head.hasPrefix("GET / ")
            return .bytes(RawServer.answer(isFirst ? "302 Found" : "200 OK", ["Location: /other"]))
        }
        defer { server.stop() }
        let answer = try await client.get(server.url())
        #expect(answer.status == 302)
        #expect(answer["Location"] == "/other")
        #expect(server.heads.count == 1)
    }

    @Test("What a head before the answer said is forgotten")
    func early() async throws {
        let early = Array("HTTP/1.1 103 Early Hints\r\nX-Early: 1\r\n\r\n".utf8)
        let answer = try await answer(of: early + RawServer.answer("200 OK", ["X-Late: 2"]))
        #expect(answer.status == 200)
        #expect(answer["X-Early"] == nil)
        #expect(answer["X-Late"] == "2")
    }

    @Test("A body may be as large as the limit, and not a byte larger")
    func size() async throws {
        let most = try await answer(
            of: RawServer.answer("200 OK", body: [UInt8](repeating: 65, count: 1_000)))
        #expect(most.body.count == 1_000)
        await #expect(throws: WebClientError.tooLarge) {
            try await answer(
                of: RawServer.answer("200 OK", body: [UInt8](repeating: 65, count: 1_001)))
        }
    }

    @Test("A body without a length that goes on and on is too large")
    func endless() async throws {
        let head = Array("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n".utf8)
        await #expect(throws: WebClientError.tooLarge) {
            try await answer(of: head + [UInt8](repeating: 65, count: 200_000))
        }
    }

    @Test("A head of any length is too large")
    func head() async throws {
        let field = "X-Field: \(String(repeating: "a", count: 8_000))"
        await #expect(throws: WebClientError.tooLarge) {
            try await answer(
                of: RawServer.answer("200 OK", Array(repeating: field, count: 10)))
        }
    }

    @Test(
        "A server that says nothing, or stops in the middle, is given up",
        arguments: ["", "HTTP/1.1 200", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab"])
    func slow(beginning: String) async throws {
        let server = try RawServer { _ in .begun(Array(beginning.utf8)) }
        defer { server.stop() }
        let hasty = WebClient(.httpsOrLoopback, within: .milliseconds(200), atMost: 1_000)
        await #expect(throws: WebClientError.timedOut) { try await hasty.get(server.url()) }
    }

    @Test("A port where nobody listens is unreachable")
    func refused() async throws {
        let server = try RawServer { _ in .bytes([]) }
        server.stop()
        await #expect(throws: WebClientError.unreachable) { try await client.get(server.url()) }
    }

    @Test(
        "What is no answer of HTTP can't be read",
        arguments: [
            "", "NONSENSE\r\n\r\n", "\r\n\r\n", "HTTP/1.1 abc\r\n\r\n", "<html></html>",
            "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nab",
            "HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n",
        ])
    func broken(text: String) async throws {
        await #expect(throws: WebClientError.self) { try await answer(of: Array(text.utf8)) }
    }

    @Test("Without leave, http is refused, even to this machine")
    func scheme() async throws {
        let server = try RawServer { _ in .bytes(RawServer.answer("200 OK")) }
        defer { server.stop() }
        let strict = WebClient(atMost: 1_000)
        await #expect(throws: WebClientError.refusedScheme) { try await strict.get(server.url()) }
        #expect(server.heads.isEmpty)
    }

    @Test(
        "With leave, http goes to this machine only",
        arguments: [
            "http://example.com/", "http://10.0.0.1/", "http://127.0.0.1.example.com/",
            "http://localhost.example.com/", "http://[2001:db8::1]/", "http://0.0.0.0/",
        ])
    func elsewhere(url: String) async {
        await #expect(throws: WebClientError.refusedScheme) { try await client.get(url) }
    }

    @Test(
        "Other schemes are refused",
        arguments: ["ftp://localhost/", "file:///etc/passwd", "gopher://localhost/"])
    func otherSchemes(url: String) async {
        await #expect(throws: WebClientError.refusedScheme) { try await client.get(url) }
    }

    @Test(
        "An address that is none, or that holds a password, is refused",
        arguments: [
            "", "localhost", "/path", "http://", "http://local host/", "http://localhost:99999/",
            "http://me:secret@localhost/", "http://me@localhost/", "https://localhost/\0x",
        ])
    func malformed(url: String) async {
        await #expect(throws: WebClientError.malformedURL) { try await client.get(url) }
    }

    @Test("Over https, a server that doesn't speak it gets nothing")
    func plainServer() async throws {
        let server = try RawServer { _ in .bytes(RawServer.answer("200 OK")) }
        defer { server.stop() }
        let url = "https://127.0.0.1:\(server.port)/"
        let hasty = WebClient(.https, within: .milliseconds(500), atMost: 1_000)
        await #expect(throws: WebClientError.self) { try await hasty.get(url) }
        #expect(server.heads.isEmpty)
    }

    @Test("Proxies of the environment are ignored")
    func proxies() async throws {
        // In a process of its own: the environment is everybody's.
        await #expect(processExitsWith: .success) {
            setenv("http_proxy", "http://127.0.0.1:1/", 1)
            setenv("all_proxy", "http://127.0.0.1:1/", 1)
            let server = try RawServer { _ in .bytes(RawServer.answer("200 OK")) }
            defer { server.stop() }
            let client = WebClient(.httpsOrLoopback, atMost: 1_000)
            #expect(try await client.get(server.url()).status == 200)
        }
    }

    @Test("Many ask at the same time")
    func parallel() async throws {
        let server = try RawServer { head in
            .bytes(RawServer.answer("200 OK", body: Array(head.split(separator: " ")[1].utf8)))
        }
        defer { server.stop() }
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<16 {
                group.addTask {
                    let answer = try await client.get(server.url("/\(number)"))
                    #expect(answer.body == Array("/\(number)".utf8))
                }
            }
            try await group.waitForAll()
        }
    }

    @Test("An error says what went wrong without the address")
    func words() async {
        let secret = "http://example.com/?token=secret"
        do {
            _ = try await client.get(secret)
        } catch {
            #expect(!"\(error)".contains("secret"))
            #expect("\(error)" == "the address must be https")
        }
    }

    private func answer(of bytes: [UInt8]) async throws -> WebAnswer {
        let server = try RawServer { _ in .bytes(bytes) }
        defer { server.stop() }
        return try await client.get(server.url())
    }
}
