import Testing
import Time
import Workbench

@testable import Booking

@Suite("Google's keys")
struct GoogleKeysTests {
    @Test("They are asked for once, and kept as long as Google says")
    func kept() async throws {
        let desk = try GoogleDesk()
        let token = try desk.token(["exp": "\(GoogleDesk.now + 1_000_000)"])
        #expect(desk.fetches == 0)
        for _ in 0..<3 { #expect(await desk.refusal(of: token) == nil) }
        desk.clock.move(3_599)
        #expect(await desk.refusal(of: token) == nil)
        #expect(desk.fetches == 1)
        desk.clock.move(1)
        #expect(await desk.refusal(of: token) == nil)
        #expect(desk.fetches == 2)
    }

    @Test(
        "They are kept for five minutes at least and a day at most",
        arguments: [(0, 300), (299, 300), (301, 301), (86_400, 86_400), (999_999, 86_400)])
    func ages(maxAge: Int, kept: Int64) async throws {
        let key = try SigningKey()
        let desk = try GoogleDesk(GoogleDesk.keys([GoogleDesk.entry(key, "one")], maxAge: maxAge))
        let token = try desk.token(["exp": "\(GoogleDesk.now + 1_000_000)"], key: key)
        #expect(await desk.refusal(of: token) == nil)
        desk.clock.move(kept - 1)
        #expect(await desk.refusal(of: token) == nil)
        #expect(desk.fetches == 1)
        desk.clock.move(1)
        #expect(await desk.refusal(of: token) == nil)
        #expect(desk.fetches == 2)
    }

    @Test(
        "What Cache-Control says is read as the RFC says",
        arguments: [
            ("max-age=60", 60), ("public, Max-Age=60", 60), ("public,max-age=\"60\"", 60),
            ("no-store, max-age=60", 0), ("no-cache", 0), ("s-maxage=60", nil), ("public", nil),
            ("max-age=x", nil), ("max-age=99999999999999999999", nil), ("max-age=-5", -5),
        ] as [(String, Int?)])
    func cacheControl(field: String, age: Int?) async throws {
        let server = try RawServer { _ in
            .bytes(RawServer.answer("200 OK", ["Cache-Control: \(field)"]))
        }
        defer { server.stop() }
        let answer = try await GoogleDesk.client.get(server.url())
        #expect(try FetchedKeys(answer).maximumAge == age)
    }

    @Test("A name that nobody knows has the keys asked for again, once in five minutes at most")
    func unknown() async throws {
        let desk = try GoogleDesk()
        let known = try desk.token()
        let unknown = try desk.token(header: #"{"alg":"RS256","kid":"two"}"#)
        for _ in 0..<3 { #expect(await desk.refusal(of: unknown) == "invalid_token") }
        #expect(desk.fetches == 1)
        desk.clock.move(299)
        #expect(await desk.refusal(of: unknown) == "invalid_token")
        #expect(desk.fetches == 1)
        desk.clock.move(1)
        for _ in 0..<3 { #expect(await desk.refusal(of: unknown) == "invalid_token") }
        #expect(desk.fetches == 2)
        #expect(await desk.refusal(of: known) == nil)
        #expect(desk.fetches == 2)
    }

    @Test("A new key is known as soon as somebody comes with it, and the old one when it is gone")
    func rotation() async throws {
        let desk = try GoogleDesk()
        let new = try SigningKey()
        let old = try desk.token()
        let token = try desk.token(header: #"{"alg":"RS256","kid":"two"}"#, key: new)
        #expect(await desk.refusal(of: old) == nil)
        desk.answers(GoogleDesk.keys([GoogleDesk.entry(new, "two")]))
        desk.clock.move(300)
        #expect(await desk.refusal(of: token) == nil)
        #expect(await desk.refusal(of: old) == "invalid_token")
    }

    @Test("While Google is down, the last keys are good for another hour, and no longer")
    func grace() async throws {
        let desk = try GoogleDesk()
        let token = try desk.token(["exp": "\(GoogleDesk.now + 1_000_000)"])
        #expect(await desk.refusal(of: token) == nil)
        desk.goesDown()
        desk.clock.move(3_600)
        #expect(await desk.refusal(of: token) == nil)
        desk.clock.move(3_599)
        #expect(await desk.refusal(of: token) == nil)
        desk.clock.move(1)
        #expect(await desk.refusal(of: token) == "google_unavailable")
    }

    @Test("After a failure nobody asks again for ten seconds, and then it works")
    func pause() async throws {
        let desk = try GoogleDesk(.bytes(RawServer.answer("500 Internal Server Error")))
        let token = try desk.token()
        for _ in 0..<3 { #expect(await desk.refusal(of: token) == "google_unavailable") }
        #expect(desk.fetches == 1)
        desk.answers(GoogleDesk.keys([GoogleDesk.entry(desk.key, "one")]))
        desk.clock.move(9)
        #expect(await desk.refusal(of: token) == "google_unavailable")
        #expect(desk.fetches == 1)
        desk.clock.move(1)
        #expect(await desk.refusal(of: token) == nil)
        #expect(desk.fetches == 2)
    }

    @Test("An answer that is too large is none")
    func large() async throws {
        let padding = "\"\(String(repeating: "a", count: GoogleKeys.maximumBytes))\""
        let desk = try GoogleDesk()
        let entry = GoogleDesk.entry(desk.key, "one", ["x": padding])
        desk.answers(GoogleDesk.keys([entry]))
        #expect(await desk.refusal(of: try desk.token()) == "google_unavailable")
    }

    @Test(
        "An answer that is no key set is none",
        arguments: [
            "", "{", "[]", "{}", #"{"keys":{}}"#, #"{"keys":[]}"#, #"{"keys":null}"#,
            #"{"keys":[],"keys":[]}"#, #"{"keys":["one"]}"#, #"{"keys":[{"kid":"one"}]}"#,
        ])
    func malformed(text: String) async throws {
        let desk = try GoogleDesk(GoogleDesk.json(text))
        #expect(await desk.refusal(of: try desk.token()) == "google_unavailable")
    }

    @Test("A malformed answer leaves the keys as they were")
    func malformedLater() async throws {
        let desk = try GoogleDesk()
        let token = try desk.token(["exp": "\(GoogleDesk.now + 1_000_000)"])
        #expect(await desk.refusal(of: token) == nil)
        desk.answers(GoogleDesk.json("{}"))
        desk.clock.move(3_600)
        #expect(await desk.refusal(of: token) == nil)
        #expect(desk.fetches == 2)
    }

    @Test("A redirect is not followed, and no answer")
    func redirected() async throws {
        let desk = try GoogleDesk(.bytes(RawServer.answer("302 Found", ["Location: /certs"])))
        #expect(await desk.refusal(of: try desk.token()) == "google_unavailable")
        #expect(desk.fetches == 1)
    }

    @Test(
        "A key of another type, for another use, or too weak is passed over",
        arguments: [
            ["kty": #""EC""#], ["use": #""enc""#], ["use": nil], ["alg": #""RS512""#],
            ["alg": #""HS256""#], ["alg": "null"], ["kty": nil], ["kid": nil], ["kid": "1"],
            ["kid": #""""#], ["n": nil], ["n": #""AQAB""#], ["n": #""+/+/""#], ["e": nil],
            ["e": #""AQ""#], ["e": #""AAAA""#], ["e": "65537"],
        ] as [[String: String?]])
    func others(changes: [String: String?]) async throws {
        let other = try SigningKey()
        let desk = try GoogleDesk()
        let strange = GoogleDesk.entry(desk.key, "one", changes)
        desk.answers(GoogleDesk.keys([strange, GoogleDesk.entry(other, "two")]))
        #expect(await desk.refusal(of: try desk.token()) == "invalid_token")
        let token = try desk.token(header: #"{"alg":"RS256","kid":"two"}"#, key: other)
        #expect(await desk.refusal(of: token) == nil)
    }

    @Test("A key that doesn't say its algorithm is for RS256")
    func withoutAlgorithm() async throws {
        let desk = try GoogleDesk()
        desk.answers(GoogleDesk.keys([GoogleDesk.entry(desk.key, "one", ["alg": nil])]))
        #expect(await desk.refusal(of: try desk.token()) == nil)
    }

    @Test("A set with two keys of one name, or with more than 32, is none")
    func bounds() async throws {
        let desk = try GoogleDesk()
        let entry = GoogleDesk.entry(desk.key, "one")
        desk.answers(GoogleDesk.keys([entry, entry]))
        #expect(await desk.refusal(of: try desk.token()) == "google_unavailable")
        desk.clock.move(10)
        desk.answers(GoogleDesk.keys([entry] + Array(repeating: "{}", count: 32)))
        #expect(await desk.refusal(of: try desk.token()) == "google_unavailable")
        desk.clock.move(10)
        desk.answers(GoogleDesk.keys([entry] + Array(repeating: "{}", count: 31)))
        #expect(await desk.refusal(of: try desk.token()) == nil)
    }

    @Test("However many ask at the same time, one fetches")
    func together() async throws {
        let gate = Gate()
        let asked = Notes<Int>()
        let fetched = Notes<Int>()
        let key = try SigningKey()
        let set = #"{"keys":[\#(GoogleDesk.entry(key, "one"))]}"#
        let keys = GoogleKeys {
            fetched.add(0)
            await gate.pass()
            return FetchedKeys(bytes: Array(set.utf8), maximumAge: nil)
        }
        let found = try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<16 {
                group.addTask {
                    asked.add(number)
                    return try await keys.key("one") != nil
                }
            }
            // Without keeping a thread from those who have yet to ask.
            while asked.all.count < 16 { try await Task.sleep(for: .milliseconds(2)) }
            gate.open()
            return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
        }
        #expect(found == 16)
        #expect(fetched.all.count == 1)
    }
}
