import Crypto
import HTTP
import JSON
import SQLite
import Testing
import Workbench

@testable import Booking
@testable import Web

@Suite("What kept answers tell")
struct KeptSecretsTests {
    private static let key = "5f2b6c1e-7a0d-4c6e-9d0a-2f6f0e4b1c77"

    private func register(
        _ house: House, _ name: String, as person: Person? = nil
    ) async throws -> RawAnswer {
        try await house.ask(
            .post, "/users",
            [
                "email": .string("\(name)@example.com"), "username": .string(name),
                "password": .string(Person.password),
            ], as: person, [("Idempotency-Key", KeptSecretsTests.key)])
    }

    @Test("Who registers again gets the same tokens, and they are good; no cache keeps them")
    func registration() async throws {
        let house = try await House()
        let ann = try #require(Person(try await register(house, "ann")))
        let restarted = try await house.restarted()
        let answer = try await register(restarted, "ann")
        #expect(Person(answer) == ann)
        #expect(try await restarted.ask(.get, "/me", as: ann).status == 200)
        var response = Response(.created)
        SecurityHeaders(.http).protect(&response, method: .post)
        #expect(response.fields[.cacheControl] == "no-store")
    }

    @Test("Neither tokens nor addresses nor the key stand in the database's bytes")
    func sealed() async throws {
        let house = try await House()
        let answer = try await register(house, "ann")
        let ann = try #require(Person(answer))
        let bytes = try kept(house)
        #expect(bytes.count > answer.body.count)
        for secret in [
            ann.token, ann.refreshToken, ann.email, "access_token", Person.password,
            KeptSecretsTests.key,
        ] {
            #expect(!bytes.contains(Array(secret.utf8)), "\(secret)")
        }
    }

    /// All that the table has, one column behind the other.
    private func kept(_ house: House) throws -> [UInt8] {
        try house.database.read(within: .seconds(5)) { reader in
            try reader.all(
                """
                select cast(scope as blob), key_hash, cast(account_id as blob), fingerprint,
                    sealed_answer
                from kept_answer
                """
            ) { row in try (0..<row.count).flatMap { try row.bytes($0) } }.flatMap(\.self)
        }
    }

    @Test("The same answer is closed in other bytes each time")
    func nonces() throws {
        let seal = try seal(secret: "s")
        let answer = Array("the same answer".utf8)
        #expect(try seal.close(answer) != seal.close(answer))
    }

    @Test("A seal opens what it closed, whatever the size", arguments: [0, 1, 31, 32, 33, 5_000])
    func opened(size: Int) throws {
        let seal = try seal(secret: "s")
        let answer = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 7) }
        let sealed = try seal.close(answer)
        #expect(try seal.open(sealed) == answer)
        if size > 31 { #expect(try self.seal(secret: "t").open(sealed) != answer) }
        #expect(try seal.open(Array(sealed.prefix(15))) == nil)
    }

    /// The seal of some request.
    private func seal(secret: String) throws -> AnswerSeal {
        let request = try Request(
            .post, "/api/v1/roles", [("Idempotency-Key", "1")], exchange: MemoryPeer())
        let context = Context(client: .loopback, match: .nothing)
        let key = try #require(try IdempotencyKey(request))
        return try AnswerSeal(
            RepeatableRequest(Keyed<Void>.Name(key: key, body: []), request, context),
            HMACSHA256(key: Array(secret.utf8)))
    }

    @Test("With the server's previous secret they stay readable; without it, nothing is done twice")
    func rotation() async throws {
        let desk = try await RetryDesk()
        #expect(try await desk.outcome("a", key: "1") == "201")
        var options = House.Options()
        options.retryKeys = (key: "a new secret", previous: options.retryKeys.key)
        let rotated = try await desk.restarted(options)
        #expect(try await rotated.outcome("a", key: "1") == "201 replayed true")
        options.retryKeys.previous = nil
        let forgetful = try await rotated.restarted(options)
        #expect(try await forgetful.outcome("a", key: "1") == "422 idempotency_key_reused")
        #expect(try forgetful.roles() == ["a"])
    }

    @Test("They go with the person that they tell of, and with who asked for them")
    func erased() async throws {
        let house = try await House()
        let admin = try await house.admin()
        let bob = try #require(Person(try await register(house, "bob", as: admin)))
        let ann = try #require(Person(try await register(house, "ann")))
        let yoga: JSON = [
            "name": "Yoga", "schedule": "2026-02-01T10:00:00+05:30", "slots": .integer(10),
        ]
        for person in [ann, bob] {
            let answer = try await house.ask(
                .post, "/classes", yoga, as: person, [("Idempotency-Key", "1")])
            #expect(answer.status == 201)
        }
        #expect(try house.countOfKept() == 4)
        #expect(try await house.ask(.delete, "/users/\(ann.id)", as: ann).status == 204)
        #expect(try house.countOfKept() == 2)
        #expect(try await house.ask(.delete, "/users/\(bob.id)", as: admin).status == 204)
        #expect(try house.countOfKept() == 0)
    }
}
