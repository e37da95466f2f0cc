import HTTP
import JSON
import Testing
import Workbench

@Suite("JSON bodies")
struct BodyTests {
    /// A good boat in a body of exactly so many bytes.
    private func boat(bytes: Int) -> [UInt8] {
        let boat = Array(#"{"name":"Ada"}"#.utf8)
        return [UInt8](repeating: 0x20, count: bytes - boat.count) + boat
    }

    @Test("A body of exactly 1 MiB is read", arguments: Way.allCases)
    func largest(way: Way) async throws {
        #expect(try await Harbour(way).bring(boat(bytes: Limits.jsonBody)).status == 201)
    }

    @Test("One byte more is a 413 that says how much is taken", arguments: Way.allCases)
    func tooLarge(way: Way) async throws {
        let answer = try await Harbour(way).bring(boat(bytes: Limits.jsonBody + 1))
        #expect(answer.status == 413)
        #expect(answer.code == "body_too_large")
        #expect(
            answer.json?["detail"]
                == "The body is larger than the 1048576 bytes that are taken here.")
    }

    private func sayChunk(_ size: String, _ chunk: String) async throws -> RawAnswer {
        try await Harbour(.overSocket).say(
            """
            POST /api/v1/boats HTTP/1.1\r
            Host: a\r
            Authorization: Bearer anna\r
            Content-Type: application/json\r
            Transfer-Encoding: chunked\r
            \r
            \(size)\r
            \(chunk)\r
            0\r
            \r

            """)
    }

    @Test("A body that does not say how long it is has the same limit")
    func chunked() async throws {
        let boat = #"{"name":"Ada"}"#
        let blanks = String(repeating: " ", count: Limits.jsonBody - boat.utf8.count)
        #expect(try await sayChunk("100000", blanks + boat).status == 201)
        let answer = try await sayChunk("100001", blanks + boat + " ")
        #expect(answer.status == 413)
        #expect(answer.code == "body_too_large")
    }

    @Test("A body whose framing breaks is a 400 like any other")
    func brokenFraming() async throws {
        let answer = try await sayChunk("zz", "")
        #expect(answer.status == 400)
        #expect(answer.code == "malformed_request")
        #expect(answer.json?["request_id"] == answer["X-Request-ID"].map(JSON.string))
        #expect(answer.count(of: "X-Content-Type-Options") == 1)
        #expect(answer.closes)
    }

    @Test("Who may not bring anything is told so before the size counts")
    func strangersSize() async throws {
        let body = String(repeating: " ", count: Limits.jsonBody + 1)
        let answer = try await Harbour().ask(.post, "/api/v1/boats", json: body)
        #expect(answer.status == 401)
    }

    @Test(
        "JSON may be called by these names",
        arguments: [
            "application/json", "APPLICATION/JSON", "application/json; charset=utf-8",
            "application/json;charset=UTF-8", #"application/json; charset="utf-8""#,
            "application/merge-patch+json", "application/vnd.roost+json; v=1",
            "application/json;", "application/json ; charset=utf8",
        ])
    func json(type: String) async throws {
        #expect(try await Harbour().bring(#"{"name":"Ada"}"#, type: type).status == 201)
    }

    @Test(
        "Anything else is a 415",
        arguments: [
            nil, "", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data",
            "application/jsonp", "application/json2", "json", "application/+jsonx", "text/x+json",
            "application/json, text/plain", "application/json; charset=utf-16",
            "application/json; charset=latin1", "application/json; charset=",
            "application/json; v=1; charset=iso-8859-1",
        ])
    func others(type: String?) async throws {
        let answer = try await Harbour().bring(#"{"name":"Ada"}"#, type: type)
        #expect(answer.status == 415)
        #expect(answer.code == "unsupported_media_type")
    }

    @Test("A body that must be there and is not", arguments: Way.allCases)
    func missing(way: Way) async throws {
        let harbour = try Harbour(way)
        #expect(try await harbour.bring(nil, type: nil).status == 415)
        let empty = try await harbour.bring("")
        #expect(empty.status == 400)
        #expect(empty.code == "malformed_json")
    }

    @Test(
        "What is not JSON is a 400 that says where",
        arguments: [
            "{", "{}{}", "{'name':'Ada'}", #"{"name":"Ada",}"#, #"{"name":"Ada","name":"Bob"}"#,
            #"{"name":"Ada","x":{"a":1,"\u0061":2}}"#, "\u{FEFF}{}", "NaN", " ",
            String(repeating: "[", count: 65) + String(repeating: "]", count: 65),
            String(repeating: "[", count: 100_000), #"{"name":"\ud800"}"#, "{\"name\":\"a\nb\"}",
        ])
    func malformed(body: String) async throws {
        let answer = try await Harbour().bring(body)
        #expect(answer.status == 400)
        #expect(answer.code == "malformed_json")
        guard case .string(let detail)? = answer.json?["detail"] else { return }
        #expect(detail.hasPrefix("The body is not valid JSON: "))
    }

    @Test("Depth 64 is JSON still")
    func depth() async throws {
        let deep = String(repeating: "[", count: 63) + String(repeating: "]", count: 63)
        #expect(try await Harbour().bring(#"{"name":"Ada","x":\#(deep)}"#).status == 201)
    }

    @Test(
        "Invalid UTF-8 is a 400", arguments: [[0xFF], [0xC0, 0xAF], [0xED, 0xA0, 0x80], [0xC3]])
    func invalidUTF8(bytes: [UInt8]) async throws {
        let body = Array(#"{"name":""#.utf8) + bytes + Array(#""}"#.utf8)
        let answer = try await Harbour().bring(body)
        #expect(answer.status == 400)
        #expect(answer.code == "malformed_json")
    }

    @Test(
        "Unknown members are ignored, and defaults stand for absent ones", arguments: Way.allCases)
    func defaults(way: Way) async throws {
        let answer = try await Harbour(way).bring(#"{"name":"Ada","colour":"red","stops":null}"#)
        #expect(answer.status == 201)
        #expect(answer.json == ["name": "Ada", "seats": 4, "stops": []])
    }

    @Test("A body that a route does not take is not looked at", arguments: Way.allCases)
    func notTaken(way: Way) async throws {
        let answer = try await Harbour(way).ask(.delete, Harbour.boat, as: "anna", json: "{{{")
        #expect(answer.status == 204)
        #expect(answer.body.isEmpty)
    }
}
