import HTTP
import Testing

@testable import Web

@Suite("CORS")
struct CORSTests {
    let app = "https://app.example.com"

    func chain(_ origins: CORS.AllowedOrigins) -> Chain {
        Chain(CORS(allowOrigin: origins), answer: .json("{}", status: .created))
    }

    func preflight(_ chain: Chain, from origin: String) async throws -> Response {
        try await chain.send(
            .options, "/things/1",
            [("Origin", origin), ("Access-Control-Request-Method", "PATCH")])
    }

    @Test("A named origin may read the answer, with credentials")
    func named() async throws {
        let fields = try await chain(.oneOf([app])).send(.get, "/", [("Origin", app)]).fields
        #expect(fields["Access-Control-Allow-Origin"] == app)
        #expect(fields["Access-Control-Allow-Credentials"] == "true")
        #expect(fields["Access-Control-Expose-Headers"]?.contains("X-Total-Count") == true)
        #expect(fields[.vary] == "Origin")
    }

    @Test(
        "An origin that differs in anything gets the answer without permission",
        arguments: [
            "https://APP.example.com", "https://app.example.com:8443", "http://app.example.com",
            "https://app.example.com/", "https://app.example.com.evil.test", "null",
        ])
    func stranger(origin: String) async throws {
        let response = try await chain(.oneOf([app])).send(.get, "/", [("Origin", origin)])
        #expect(response.status == .created)
        #expect(response.fields["Access-Control-Allow-Origin"] == nil)
        #expect(response.fields[.vary] == "Origin")
    }

    @Test("Where any origin may read, credentials are never allowed")
    func any() async throws {
        let fields = try await chain(.any).send(.get, "/", [("Origin", "null")]).fields
        #expect(fields["Access-Control-Allow-Origin"] == "*")
        #expect(fields["Access-Control-Allow-Credentials"] == nil)
    }

    @Test("The null origin can't be named")
    func null() async throws {
        let fields = try await chain(.oneOf(["null"])).send(.get, "/", [("Origin", "null")]).fields
        #expect(fields["Access-Control-Allow-Origin"] == nil)
    }

    @Test("Without allowed origins nothing is said")
    func none() async throws {
        let fields = try await chain(.none).send(.get, "/", [("Origin", app)]).fields
        #expect(fields.pairs.map(\.name) == ["Content-Type"])
    }

    @Test("A pre-flight is answered with the methods of its path")
    func methods() async throws {
        let chain = chain(.oneOf([app])).matching(.otherMethods([.get, .head, .patch]))
        let response = try await preflight(chain, from: app)
        #expect(response.status == .noContent)
        #expect(response.fields["Access-Control-Allow-Methods"] == "GET, HEAD, PATCH")
        #expect(response.fields["Access-Control-Allow-Origin"] == app)
        #expect(response.fields["Access-Control-Max-Age"] == "7200")
        #expect(response.fields[.vary] == "Origin")
        let allowed = try #require(response.fields["Access-Control-Allow-Headers"])
        for name in [
            "Authorization", "Content-Type", "Idempotency-Key", "If-Match", "Last-Event-ID",
        ] {
            #expect(allowed.contains(name))
        }
    }

    @Test("A pre-flight for an unknown path is granted, so that the page sees the 404")
    func unknownPath() async throws {
        let response = try await preflight(chain(.any).matching(.nothing), from: app)
        #expect(response.status == .noContent)
        #expect(response.fields["Access-Control-Allow-Methods"]?.contains("PATCH") == true)
    }

    @Test("A pre-flight from a stranger goes on and gets no permission")
    func strangersPreflight() async throws {
        let response = try await preflight(chain(.oneOf([app])), from: "https://evil.test")
        #expect(response.status == .created)
        #expect(response.fields["Access-Control-Allow-Methods"] == nil)
    }

    @Test("OPTIONS without the pre-flight's field is an ordinary request")
    func plainOptions() async throws {
        let response = try await chain(.any).send(.options, "/", [("Origin", app)])
        #expect(response.status == .created)
    }
}
