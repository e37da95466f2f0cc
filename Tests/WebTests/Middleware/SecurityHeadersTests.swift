import HTTP
import Testing

@testable import Web

@Suite("Security headers")
struct SecurityHeadersTests {
    @Test("Every answer tells browsers not to sniff, frame, refer or embed")
    func always() async throws {
        let fields = try await Chain(SecurityHeaders(.http), answer: .json("{}")).send().fields
        #expect(fields["X-Content-Type-Options"] == "nosniff")
        #expect(fields["X-Frame-Options"] == "DENY")
        #expect(fields["Referrer-Policy"] == "no-referrer")
        #expect(fields["Cross-Origin-Resource-Policy"] == "same-origin")
        #expect(
            fields[.contentSecurityPolicy] == "default-src 'none'; frame-ancestors 'none'")
    }

    @Test("A page's own policy stays the only one")
    func ownPolicy() async throws {
        var page = Response.json("{}")
        page.fields.append(.contentSecurityPolicy, "default-src 'self'")
        let fields = try await Chain(SecurityHeaders(.http), answer: page).send().fields
        let policies = fields.pairs.filter { $0.name == "Content-Security-Policy" }
        #expect(policies.map(\.value) == ["default-src 'self'"])
    }

    @Test("Strict transport is asked for over https only")
    func transport() async throws {
        let http = try await Chain(SecurityHeaders(.http), answer: .json("{}")).send()
        let https = try await Chain(SecurityHeaders(.https), answer: .json("{}")).send()
        #expect(http.fields["Strict-Transport-Security"] == nil)
        #expect(https.fields["Strict-Transport-Security"] == "max-age=31536000")
    }

    @Test("An answer that says nothing about caches is not stored")
    func notStored() async throws {
        let answer = try await Chain(SecurityHeaders(.http), answer: .json("{}")).send()
        #expect(answer.fields[.cacheControl] == "no-store")
    }

    @Test("A tagged answer to a GET may be kept and is asked about each time")
    func tagged() async throws {
        var tagged = Response.json("{}")
        tagged.fields.append(.entityTag, "\"1\"")
        let chain = Chain(SecurityHeaders(.http), answer: tagged)
        #expect(try await chain.send(.get).fields[.cacheControl] == "private, no-cache")
        #expect(try await chain.send(.post).fields[.cacheControl] == "no-store")
    }

    @Test("What an answer itself says about caches stays")
    func ownCaching() async throws {
        var answer = Response.json("{}")
        answer.fields.append(.cacheControl, "max-age=60")
        let fields = try await Chain(SecurityHeaders(.http), answer: answer).send().fields
        #expect(fields.pairs.filter { $0.name == "Cache-Control" }.map(\.value) == ["max-age=60"])
    }
}
