import JSON
import Testing
import Workbench

@testable import Booking

@Suite("The form of an Idempotency-Key")
struct KeyFormTests {
    @Test("Quotes around it are optional, and no part of it")
    func quotes() async throws {
        let desk = try await RetryDesk()
        #expect(try await desk.outcome("a", key: "\"1\"") == "201")
        #expect(try await desk.outcome("a", key: "1") == "201 replayed true")
        #expect(try await desk.outcome("a", key: "\"1\"") == "201 replayed true")
    }

    @Test(
        "It has 1 to 255 characters of visible ASCII",
        arguments: [
            "1", String(repeating: "k", count: 255), "\"\(String(repeating: "k", count: 255))\"",
            "!#$%&'()*+,-./:;<=>?@[\\]^_`{|}~", "a\"b",
        ])
    func good(key: String) async throws {
        let desk = try await RetryDesk()
        #expect(try await desk.outcome("a", key: key) == "201")
        #expect(try await desk.outcome("a", key: key) == "201 replayed true")
    }

    @Test(
        "Anything else is refused, and nothing is done",
        arguments: [
            "", "\"\"", "\"", "\"open", "\"1\";a=1", "a b", "a\tb", "ключ", "\u{7F}",
            String(repeating: "k", count: 256), "\"\(String(repeating: "k", count: 256))\"",
        ])
    func bad(key: String) async throws {
        let desk = try await RetryDesk()
        #expect(try await desk.outcome("a", key: key) == "400 bad_idempotency_key")
        #expect(try desk.roles() == [])
    }

    @Test("Sent twice it is refused, even where both say the same")
    func twice() async throws {
        let desk = try await RetryDesk()
        let answer = try await desk.house.ask(
            .post, "/roles", ["name": "a"], as: desk.admin,
            [("Idempotency-Key", "1"), ("idempotency-key", "1")])
        #expect(desk.house.outcome(answer) == "400 bad_idempotency_key")
    }

    @Test("Over the wire an empty one is refused, too")
    func wire() async throws {
        let desk = try await RetryDesk(.init(way: .overSocket))
        #expect(try await desk.outcome("a", key: "") == "400 bad_idempotency_key")
        #expect(try await desk.outcome("a", key: "1") == "201")
    }

    /// What is wrong with a request besides its key, the first check in front.
    @Test("It is looked at behind 401 and 403, and before the body")
    func order() async throws {
        let desk = try await RetryDesk()
        let ben = try await desk.house.person("ben")
        let tries: [(Person?, String, String)] = [
            (nil, "{", "401 authentication_required"), (ben, "{", "403 permission_missing"),
            (desk.admin, "{", "400 bad_idempotency_key"),
        ]
        for (person, body, outcome) in tries {
            let answer = try await desk.house.send(
                .post, "/roles", Array(body.utf8), as: person, [("Idempotency-Key", "a b")])
            #expect(desk.house.outcome(answer) == outcome)
        }
    }

    @Test("What it stands for is looked up behind the faults of the body")
    func bodyFirst() async throws {
        let desk = try await RetryDesk()
        #expect(try await desk.outcome("a", key: "1") == "201")
        let json = [("Content-Type", "application/json")]
        let tries: [([(String, String)], String, String)] = [
            ([], #"{"name":"b"}"#, "415 unsupported_media_type"), (json, "{", "400 malformed_json"),
            (json, "{}", "422 invalid_request"),
            (json, #"{"name":"b"}"#, "422 idempotency_key_reused"),
        ]
        for (fields, body, outcome) in tries {
            let answer = try await desk.house.send(
                .post, "/roles", Array(body.utf8), as: desk.admin,
                fields + [("Idempotency-Key", "1")])
            #expect(desk.house.outcome(answer) == outcome)
        }
    }

    @Test("A body that is too large is refused with a key as without")
    func tooLarge() async throws {
        let desk = try await RetryDesk(.init(way: .overSocket))
        let body = Array("{\"name\":\"\(String(repeating: "a", count: 200_000))\"}".utf8)
        for fields in [[], [("Idempotency-Key", "1")]] {
            let answer = try await desk.house.send(
                .post, "/roles", body, as: desk.admin,
                fields + [("Content-Type", "application/json")])
            #expect(desk.house.outcome(answer) == "413 body_too_large")
        }
    }
}
