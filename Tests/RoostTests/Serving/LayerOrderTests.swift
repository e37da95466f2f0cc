import HTTP
import Testing
import Workbench

@testable import roost

/// The order of the layers, by what answers show of it.
@Suite("The layers of the server")
struct LayerOrderTests {
    static let origin = "https://app.example.com"
    let document = "/openapi.json"

    private func server(_ way: Way = .inMemory, rate: String = "600/60") throws -> AssembledServer {
        try AssembledServer(
            way, ["ALLOWED_ORIGINS": LayerOrderTests.origin, "RATE_LIMIT_DEFAULT": rate])
    }

    private func preflight(_ server: AssembledServer) async throws -> RawAnswer {
        try await server.ask(
            .options, document, ("Origin", LayerOrderTests.origin),
            ("Access-Control-Request-Method", "GET"), ("X-Request-ID", "flight-1"))
    }

    @Test(
        "A pre-flight has an id and the fields of safety, and costs nothing",
        arguments: Way.allCases)
    func preflights(way: Way) async throws {
        let server = try server(way, rate: "1/86400")
        for _ in 0..<3 {
            let answer = try await preflight(server)
            #expect(answer.status == 204)
            #expect(answer["X-Request-ID"] == "flight-1")
            #expect(answer["X-Content-Type-Options"] == "nosniff")
            #expect(answer["Access-Control-Allow-Origin"] == LayerOrderTests.origin)
            #expect(answer.count(of: "Access-Control-Allow-Origin") == 1)
            #expect(answer["RateLimit"] == nil)
        }
        #expect(try await server.ask(.get, document).status == 200)
        #expect(try await server.ask(.get, document).status == 429)
        #expect(try await preflight(server).status == 204)
    }

    @Test("A page may read every refusal, and each has an id", arguments: Way.allCases)
    func refusals(way: Way) async throws {
        let server = try server(way, rate: "3/86400")
        let refusals: [(HTTP.Method, String, Int)] = [
            (.get, "/nowhere", 404), (.post, "/openapi.json", 405), (.get, "/%zz", 400),
            (.get, "/openapi.json", 429),
        ]
        for (method, path, status) in refusals {
            let answer = try await server.ask(
                method, path, ("Origin", LayerOrderTests.origin), ("X-Request-ID", "page-1"))
            #expect(answer.status == status)
            #expect(answer["Access-Control-Allow-Origin"] == LayerOrderTests.origin)
            #expect(answer["X-Request-ID"] == "page-1")
            #expect(answer.json?["request_id"] == "page-1")
        }
    }

    @Test("A large answer is compressed for whom takes it", arguments: Way.allCases)
    func compression(way: Way) async throws {
        let server = try server(way)
        let plain = try await server.ask(.get, document)
        let packed = try await server.ask(.get, document, ("Accept-Encoding", "gzip"))
        #expect(plain["Content-Encoding"] == nil)
        #expect(packed["Content-Encoding"] == "gzip")
        #expect(packed.body.starts(with: [0x1F, 0x8B]))
        #expect(packed.body.count < plain.body.count / 2)
        #expect(plain["Vary"] == packed["Vary"])
        #expect(plain["ETag"] == packed["ETag"])
    }

    @Test("A 304 costs nothing and has what the answer would have had", arguments: Way.allCases)
    func notModified(way: Way) async throws {
        let server = try server(way, rate: "2/86400")
        let first = try await server.ask(.get, document)
        #expect(first["RateLimit"]?.hasPrefix("\"default\";r=1;") == true)
        let tag = try #require(first["ETag"])
        for _ in 0..<5 {
            let answer = try await server.ask(
                .get, document, ("If-None-Match", tag), ("Accept-Encoding", "gzip"))
            #expect(answer.status == 304)
            #expect(answer["RateLimit"]?.hasPrefix("\"default\";r=1;") == true)
            #expect(answer["ETag"] == tag)
            #expect(answer["Cache-Control"] == first["Cache-Control"])
            #expect(answer["X-Request-ID"] != nil)
            #expect(answer.body.isEmpty)
        }
        #expect(try await server.ask(.get, document).status == 200)
        #expect(try await server.ask(.get, document, ("If-None-Match", tag)).status == 429)
    }

    @Test("HEAD has the fields of GET", arguments: ["identity", "gzip"])
    func head(coding: String) async throws {
        let server = try server(.overSocket)
        for path in ["/openapi.json", "/", "/health/live", "/nowhere"] {
            let fields = [("Accept-Encoding", coding), ("X-Request-ID", "same")]
            let get = try await server.ask(.get, path, fields[0], fields[1])
            let head = try await server.ask(.head, path, fields[0], fields[1])
            #expect(head.body.isEmpty)
            #expect(names(head) == names(get), "\(path)")
            #expect(head["Content-Length"] == get["Content-Length"])
        }
    }

    private func names(_ answer: RawAnswer) -> [String] {
        [String(answer.status)] + answer.fields.map(\.name)
    }

    @Test("Probes are never counted")
    func probes() async throws {
        let server = try server(rate: "1/86400")
        for _ in 0..<5 {
            let answer = try await server.ask(.get, "/health/live")
            #expect(answer.status == 200)
            #expect(answer["RateLimit"] == nil)
        }
    }

    @Test("Whatever a request comes to is measured under its route, refusals too")
    func measured() async throws {
        let server = try server(rate: "2/86400")
        for _ in 0..<3 { _ = try await server.ask(.get, document) }
        let page = try await server.ask(.get, "/metrics").text
        let name = "roost_http_request_duration_seconds_count"
        let route = "method=\"GET\",route=\"/openapi.json\""
        #expect(page.contains("\(name){\(route),status=\"2xx\"} 2\n"))
        #expect(page.contains("\(name){\(route),status=\"4xx\"} 1\n"))
        #expect(page.contains("roost_rate_limited_total{policy=\"default\"} 1\n"))
    }
}
