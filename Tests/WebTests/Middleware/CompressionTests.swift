import HTTP
import Testing

@testable import Web

@Suite("Compression")
struct CompressionTests {
    let long = String(repeating: #"{"name":"yoga","slots":10},"#, count: 60)
    let gzip = [("Accept-Encoding", "gzip, deflate, br")]

    func send(
        _ response: Response, _ method: Method = .get, accepting fields: [(String, String)]
    ) async throws -> Response {
        try await Chain(Compression(), answer: response).send(method, "/", fields)
    }

    @Test("A long answer is compressed for a client that takes it")
    func compressed() async throws {
        let response = try await send(.json(long), accepting: gzip)
        #expect(response.fields[.contentEncoding] == "gzip")
        #expect(response.fields[.vary] == "Accept-Encoding")
        #expect(response.bodyBytes.starts(with: [0x1F, 0x8B]))
        #expect(response.bodyBytes.count < 200)
    }

    @Test("1,000 bytes are compressed, 999 are not", arguments: [(999, false), (1_000, true)])
    func threshold(size: Int, isCompressed: Bool) async throws {
        let body = String(repeating: "a", count: size)
        let response = try await send(.json(body), accepting: gzip)
        #expect((response.fields[.contentEncoding] == "gzip") == isCompressed)
        #expect((response.fields[.vary] != nil) == isCompressed)
    }

    @Test("A body of many pages is compressed while it is sent")
    func whileSent() async throws {
        let body = String(repeating: "0123456789abcdef", count: 20_000)
        let response = try await send(.json(body), accepting: gzip)
        #expect(response.fields[.contentEncoding] == "gzip")
        guard case .stream(nil, let write) = response.body else {
            Issue.record("The answer is no stream.")
            return
        }
        let sink = TestSink()
        try await write(sink)
        #expect(sink.bytes.starts(with: [0x1F, 0x8B]))
        #expect(sink.bytes.suffix(4) == [0x00, 0xE2, 0x04, 0x00])
    }

    @Test("Who takes no gzip gets the plain answer, and caches are told that others don't")
    func plain() async throws {
        let response = try await send(.json(long), accepting: [])
        #expect(response.text == long)
        #expect(response.fields[.contentEncoding] == nil)
        #expect(response.fields[.vary] == "Accept-Encoding")
    }

    @Test("A picture, a compressed answer and a part of one are left alone")
    func leftAlone() async throws {
        var picture = Response.json(long)
        picture.fields.set(.contentType, "image/png")
        var compressed = Response.json(long)
        compressed.fields.append(.contentEncoding, "br")
        for response in [picture, compressed, .json(long, status: Status(206))] {
            let sent = try await send(response, accepting: gzip)
            #expect(sent.text == long)
            #expect(sent.fields[.vary] == nil)
        }
    }

    @Test("An answer to HEAD is as long as that to GET")
    func head() async throws {
        let response = try await send(.json(long), .head, accepting: gzip)
        let get = try await send(.json(long), .get, accepting: gzip)
        #expect(response.bodyBytes == get.bodyBytes)
        #expect(response.fields[.contentEncoding] == "gzip")
        #expect(response.fields[.vary] == "Accept-Encoding")
    }

    @Test("A stream goes out as it is")
    func stream() async throws {
        let stream = Response(
            .ok, ResponseFields([.contentType: "text/event-stream"]),
            body: .stream(length: nil) { _ in })
        #expect(try await send(stream, accepting: gzip).fields[.contentEncoding] == nil)
    }

    @Test(
        "Text in any form is compressed",
        arguments: [
            "application/json; charset=utf-8", "application/problem+json", "TEXT/HTML",
            "image/svg+xml", "application/javascript",
        ])
    func types(type: String) async throws {
        var response = Response.json(long)
        response.fields.set(.contentType, type)
        #expect(try await send(response, accepting: gzip).fields[.contentEncoding] == "gzip")
    }

    @Test("A weak tag stays, a strong one gets a suffix that If-Match knows")
    func tags() async throws {
        var weak = Response.json(long)
        weak.fields.append(.entityTag, "W/\"v5\"")
        var strong = Response.json(long)
        strong.fields.append(.entityTag, "\"v5\"")
        #expect(try await send(weak, accepting: gzip).fields[.entityTag] == "W/\"v5\"")
        let tag = try await send(strong, accepting: gzip).fields[.entityTag]
        #expect(tag == "\"v5-gzip\"")
        #expect(
            EntityTag.list(
                Array("\"v5-gzip\"".utf8)[...], contains: Array("\"v5\"".utf8), by: .strong))
    }
}
