import HTTP
import Testing

@testable import Web

@Suite("Conditional answers")
struct ConditionalTests {
    let chain = Chain(Conditional(), answer: .json(#"{"a":1}"#))

    func send(_ chain: Chain, ifNoneMatch list: String) async throws -> Response {
        try await chain.send(.get, "/things/1", [("If-None-Match", list)])
    }

    @Test("An answer to a GET gets a weak tag, the same for the same body")
    func tag() async throws {
        let tag = try #require(try await chain.send().fields[.entityTag])
        #expect(tag.hasPrefix("W/\"") && tag.hasSuffix("\"") && tag.utf8.count == 20)
        #expect(try await chain.send(.head).fields[.entityTag] == tag)
        let other = Chain(Conditional(), answer: .json(#"{"a":2}"#))
        #expect(try await other.send().fields[.entityTag] != tag)
    }

    @Test("A client that has the answer gets 304 and no body")
    func notModified() async throws {
        let tag = try #require(try await chain.send().fields[.entityTag])
        for list in [tag, "\"x\", \(tag)", "*", String(tag.dropFirst(2))] {
            let response = try await send(chain, ifNoneMatch: list)
            #expect(response.status == .notModified)
            #expect(response.bodyBytes.isEmpty)
            #expect(response.fields[.entityTag] == tag)
        }
    }

    @Test(
        "A client with another answer gets this one",
        arguments: ["\"x\"", "", "x", "W/", "\"", "W/\"\""])
    func modified(list: String) async throws {
        #expect(try await send(chain, ifNoneMatch: list).status == .ok)
    }

    @Test("A 304 keeps what caches need and nothing else")
    func kept() async throws {
        var answer = Response.json("{}")
        answer.fields = ResponseFields([
            .contentType: "application/json", .entityTag: "\"v1\"", .cacheControl: "max-age=5",
            .vary: "Accept", "Expires": "0", "Content-Location": "/a", "X-Total-Count": "7",
            .vary: "Origin",
        ])
        let response = try await send(Chain(Conditional(), answer: answer), ifNoneMatch: "\"v1\"")
        #expect(
            response.fields.pairs.map { "\($0): \($1)" } == [
                "ETag: \"v1\"", "Cache-Control: max-age=5", "Vary: Accept", "Expires: 0",
                "Content-Location: /a", "Vary: Origin",
            ])
    }

    @Test("A 304 keeps the policy of the page that it stands for: browsers take the newer one")
    func policy() async throws {
        var page = Response.json("{}")
        page.fields.append(.contentSecurityPolicy, "script-src 'self'")
        page.fields.append(.entityTag, "\"v1\"")
        let chain = Chain(SecurityHeaders(.http), Conditional(), answer: page)
        let response = try await send(chain, ifNoneMatch: "\"v1\"")
        #expect(response.status == .notModified)
        let policies = response.fields.pairs.filter { $0.name == "Content-Security-Policy" }
        #expect(policies.map(\.value) == ["script-src 'self'"])
    }

    @Test("A 304 for what would have been compressed says so, as the answer would have")
    func varies() async throws {
        let long = Chain(
            Compression(), Conditional(), answer: .json(String(repeating: "1", count: 2_000)))
        let full = try await long.send()
        let tag = try #require(full.fields[.entityTag])
        let response = try await send(long, ifNoneMatch: tag)
        #expect(response.status == .notModified)
        #expect(response.fields[.vary] == full.fields[.vary])
    }

    @Test("A 304 has the tag of the form that the client would have got")
    func tagOfForm() async throws {
        var answer = Response.json(String(repeating: "1", count: 2_000))
        answer.fields.append(.entityTag, "\"v1\"")
        let chain = Chain(Compression(), Conditional(), answer: answer)
        for (encoding, tag) in [("gzip", "\"v1-gzip\""), ("br", "\"v1\"")] {
            let fields = [("Accept-Encoding", encoding)]
            #expect(try await chain.send(.get, "/", fields).fields[.entityTag] == tag)
            let response = try await chain.send(.get, "/", fields + [("If-None-Match", tag)])
            #expect(response.status == .notModified)
            #expect(response.fields[.entityTag] == tag)
        }
    }

    @Test("A route's own tag is not replaced")
    func ownTag() async throws {
        var answer = Response.json("{}")
        answer.fields.append(.entityTag, "\"v1\"")
        let response = try await Chain(Conditional(), answer: answer).send()
        #expect(response.fields.pairs.filter { $0.name == "ETag" }.map(\.value) == ["\"v1\""])
    }

    @Test("Routes that opt out, other methods, other statuses and streams get no tag")
    func untagged() async throws {
        let health = Route.stub(.get, "/health", isTagged: false)
        #expect(try await chain.matching(health).send().fields[.entityTag] == nil)
        #expect(try await chain.send(.post).fields[.entityTag] == nil)
        let created = Chain(Conditional(), answer: .json("{}", status: .created))
        #expect(try await created.send().fields[.entityTag] == nil)
        let stream = Chain(
            Conditional(), answer: Response(.ok, body: .stream(length: nil) { _ in }))
        #expect(try await stream.send().fields[.entityTag] == nil)
    }

    @Test(
        "One flipped bit changes the hash, wherever it is", arguments: [1, 7, 8, 31, 32, 33, 100])
    func avalanche(size: Int) {
        let body = [UInt8](repeating: 0x41, count: size)
        let hash = ContentHash.of(body.span)
        for index in body.indices {
            var changed = body
            changed[index] ^= 1
            #expect(ContentHash.of(changed.span) != hash)
        }
    }

    @Test("A hundred thousand small bodies have as many hashes")
    func collisions() {
        let hashes = (0..<100_000).map { number in
            ContentHash.of(Array("{\"id\":\(number)}".utf8).span)
        }
        #expect(Set(hashes).count == 100_000)
    }
}
