import Testing

@testable import HTTP

@Suite("The opening of a WebSocket")
struct WebSocketOpeningTests {
    private static let good = [
        ("Host", "a"), ("Connection", "Upgrade"), ("Upgrade", "websocket"),
        ("Sec-WebSocket-Version", "13"), ("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ=="),
    ]

    private func open(
        _ fields: [(String, String)], _ line: String = "GET / HTTP/1.1", body: String = ""
    ) throws -> WebSocketOpening {
        var reader = RequestReader()
        let lines = [line] + fields.map { "\($0): \($1)" }
        reader.append(Array((lines.joined(separator: "\r\n") + "\r\n\r\n" + body).utf8))
        guard case .head(let head) = try reader.next() else { throw NoHead() }
        return try WebSocketOpening(head)
    }

    private static func good(
        without name: String, but fields: (String, String)...
    ) -> [(String, String)] {
        good.filter { $0.0 != name } + fields
    }

    @Test("It is accepted with the RFC's own answer to the RFC's own key")
    func accepted() throws {
        #expect(try open(Self.good).accept == "s3pPLMBiTxaQ9kYGzzhZRbK+xOo=")
    }

    @Test("Names have no case, and may stand in lists")
    func lists() throws {
        let upgrade = Self.good(without: "Upgrade", but: ("upgrade", "h2c, WebSocket"))
        #expect(try !open(upgrade).accept.isEmpty)
        let connection = Self.good(
            without: "Connection", but: ("connection", "keep-alive"), ("connection", "UPGRADE"))
        #expect(try !open(connection).accept.isEmpty)
    }

    @Test(
        "A request that asks for no WebSocket is none",
        arguments: [
            good(without: "Upgrade"), good(without: "Connection"),
            good(without: "Upgrade", but: ("Upgrade", "h2c")),
            good(without: "Connection", but: ("Connection", "keep-alive")),
            good(without: "Upgrade", but: ("Upgrade", "websockets")),
        ])
    func noUpgrade(fields: [(String, String)]) {
        #expect(throws: WebSocketOpening.Fault.noUpgrade) { try open(fields) }
    }

    @Test("Only GET opens one, and only in HTTP/1.1")
    func otherRequests() {
        for line in ["POST / HTTP/1.1", "HEAD / HTTP/1.1", "GET / HTTP/1.0"] {
            #expect(throws: WebSocketOpening.Fault.noUpgrade) { try open(Self.good, line) }
        }
    }

    @Test(
        "There is one version",
        arguments: [
            good(without: "Sec-WebSocket-Version"),
            good(without: "Sec-WebSocket-Version", but: ("Sec-WebSocket-Version", "8")),
            good(without: "Sec-WebSocket-Version", but: ("Sec-WebSocket-Version", "013")),
            good(without: "Sec-WebSocket-Version", but: ("Sec-WebSocket-Version", "13, 8")),
            good + [("Sec-WebSocket-Version", "13")],
        ])
    func versions(fields: [(String, String)]) {
        #expect(throws: WebSocketOpening.Fault.otherVersion) { try open(fields) }
    }

    @Test(
        "A key is 16 bytes in Base64, once",
        arguments: [
            good(without: "Sec-WebSocket-Key"), good + [("Sec-WebSocket-Key", "x")],
            good(without: "Sec-WebSocket-Key", but: ("Sec-WebSocket-Key", "")),
            good(without: "Sec-WebSocket-Key", but: ("Sec-WebSocket-Key", "c2hvcnQ=")),
            good(
                without: "Sec-WebSocket-Key",
                but: ("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZR==")),
            good(
                without: "Sec-WebSocket-Key",
                but: ("Sec-WebSocket-Key", "dGhlIHNhbXBsZSBub25jZQ")),
            good(
                without: "Sec-WebSocket-Key",
                but: ("Sec-WebSocket-Key", "dGhlIHNhbXBs*SBub25jZQ==")),
        ])
    func keys(fields: [(String, String)]) {
        #expect(throws: WebSocketOpening.Fault.badKey) { try open(fields) }
    }

    @Test("It has no body")
    func body() {
        let fields = Self.good + [("Content-Length", "2")]
        #expect(throws: WebSocketOpening.Fault.hasBody) { try open(fields, body: "{}") }
    }
}
