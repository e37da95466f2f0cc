import HTTP
import Testing

@Suite("An answer on the wire")
struct ResponseWriterTests {
    @Test("It is a status line, a date, what the framing says, its fields and an empty line")
    func whole() {
        let response = Response(.ok, ResponseFields([.contentType: "text/plain"]))
        #expect(
            written(response, .length(5), .keepAlive)
                == "HTTP/1.1 200 OK\r\nDate: today\r\nContent-Length: 5\r\n"
                + "Content-Type: text/plain\r\n\r\n")
    }

    @Test(
        "Its status line has the reason",
        arguments: [(404, "Not Found"), (201, "Created"), (431, "Request Header Fields Too Large")])
    func statusLine(code: Int, reason: String) {
        #expect(
            written(Response(Status(code)), .none, .keepAlive).hasPrefix(
                "HTTP/1.1 \(code) \(reason)\r\n"))
    }

    @Test("Without framing it has neither length nor coding, as 204 and 304 want it")
    func noFraming() {
        #expect(
            written(Response(.noContent), .none, .keepAlive)
                == "HTTP/1.1 204 No Content\r\nDate: today\r\n\r\n")
    }

    @Test("A length is written in decimal", arguments: [0, 1, 9, 10, 99, 100, 1_048_576, .max])
    func length(length: Int) {
        #expect(
            written(Response(.ok), .length(length), .keepAlive).contains(
                "\r\nContent-Length: \(length)\r\n"))
    }

    @Test("A body of unknown length goes out in chunks")
    func chunked() {
        let text = written(Response(.ok), .chunked, .keepAlive)
        #expect(text.contains("\r\nTransfer-Encoding: chunked\r\n"))
        #expect(!text.contains("Content-Length"))
    }

    @Test("A body that the connection's end ends has no length")
    func untilClose() {
        #expect(
            written(Response(.ok), .close, .close)
                == "HTTP/1.1 200 OK\r\nDate: today\r\nConnection: close\r\n\r\n")
    }

    @Test("How the connection goes on is said where it must be")
    func connection() {
        #expect(!written(Response(.ok), .none, .keepAlive).contains("Connection"))
        #expect(
            written(Response(.ok), .none, .keepAliveSaid).contains("\r\nConnection: keep-alive\r\n")
        )
        #expect(written(Response(.ok), .none, .close).contains("\r\nConnection: close\r\n"))
        #expect(
            written(Response(Status(101)), .none, .upgrade).contains("\r\nConnection: Upgrade\r\n"))
    }

    @Test("It is put behind what is there")
    func appended() {
        var bytes = Array("before".utf8)
        ResponseWriter.appendHead(
            Response(.ok), framing: .none, connection: .close, date: [], to: &bytes)
        #expect(String(decoding: bytes, as: UTF8.self).hasPrefix("beforeHTTP/1.1 200 OK\r\n"))
    }

    @Test(
        "A chunk has its size in hexadecimal",
        arguments: [(1, "1"), (15, "f"), (16, "10"), (4_096, "1000")])
    func chunk(count: Int, size: String) {
        var bytes: [UInt8] = []
        ResponseWriter.appendChunk([UInt8](repeating: 0x61, count: count), to: &bytes)
        let letters = String(repeating: "a", count: count)
        #expect(String(decoding: bytes, as: UTF8.self) == "\(size)\r\n\(letters)\r\n")
    }

    @Test("An empty piece writes nothing, as it would end the body")
    func emptyPiece() {
        var bytes: [UInt8] = []
        ResponseWriter.appendChunk([], to: &bytes)
        #expect(bytes.isEmpty)
    }

    @Test("Chunks are read as they were written")
    func roundTrip() throws {
        var bytes: [UInt8] = []
        for piece in ["hello", "", " ", "world\r\n0\r\n\r\n"] {
            ResponseWriter.appendChunk(Array(piece.utf8), to: &bytes)
        }
        ResponseWriter.appendLastChunk(to: &bytes)
        let chunks = String(decoding: bytes, as: UTF8.self)
        #expect(try body(post(chunks: chunks)) == "hello world\r\n0\r\n\r\n")
    }

    @Test("100 Continue is a head of its own")
    func continueHead() {
        #expect(ResponseWriter.continueHead == Array("HTTP/1.1 100 Continue\r\n\r\n".utf8))
    }

    @Test("1xx, 204 and 304 never have a body")
    func forbidsBody() {
        let codes = (100...599).filter { Status($0).forbidsBody }
        #expect(codes == Array(100...199) + [204, 304])
    }

    private func written(
        _ response: Response, _ framing: ResponseWriter.Framing,
        _ connection: ResponseWriter.Connection
    ) -> String {
        var bytes: [UInt8] = []
        ResponseWriter.appendHead(
            response, framing: framing, connection: connection, date: Array("today".utf8),
            to: &bytes)
        return String(decoding: bytes, as: UTF8.self)
    }
}
