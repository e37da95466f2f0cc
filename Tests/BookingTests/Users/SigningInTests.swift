import Crypto
import JSON
import Testing
import Workbench

@testable import Booking

@Suite("Signing in")
struct SigningInTests {
    @Test(
        "Every door takes the address, in any case of letters",
        arguments: [
            "/users/login", "/auth/login", "/login",
        ])
    func doors(path: String) async throws {
        let house = try await House()
        let ann = try await house.person("ann")
        let answer = try await house.ask(
            .post, path, ["email": "Ann@Example.com", "password": .string(Person.password)])
        #expect(answer.status == 200)
        #expect(Person(answer)?.id == ann.id)
        #expect(answer.json?["user"]?["email"] == "ann@example.com")
    }

    @Test("The username does as well, in either member")
    func usernames() async throws {
        let house = try await House()
        try await house.person("ann")
        for member in ["username", "email"] {
            let body = JSON.object([
                .init(member, "ANN"), .init("password", .string(Person.password)),
            ])
            #expect(try await house.ask(.post, "/auth/login", body).status == 200)
        }
    }

    @Test("A form gets what OAuth wants", arguments: ["ann", "ann%40example.com"])
    func form(name: String) async throws {
        let house = try await House()
        try await house.person("ann")
        let form = "username=\(name)&password=correct+horse%20battery&grant_type=password"
        let answer = try await house.send(
            .post, "/auth/token", Array(form.utf8),
            [("Content-Type", "application/x-www-form-urlencoded")])
        #expect(answer.status == 200)
        #expect(answer.json?["token_type"] == "bearer")
        #expect(
            answer.json?["scope"]
                == "bookings:create classes:create events:book reviews:create")
        #expect(answer.json?["email"] == nil)
    }

    @Test("A wrong password and a name that nobody has are told in the same words")
    func wrong() async throws {
        let house = try await House()
        try await house.person("ann")
        let wrong = try await house.trySignIn("ann", "not the password")
        let unknown = try await house.trySignIn("nobody", "not the password")
        #expect(house.outcome(wrong) == "401 invalid_credentials")
        #expect(wrong.json?["detail"] == unknown.json?["detail"])
        #expect(wrong.status == unknown.status)
        #expect(wrong["WWW-Authenticate"] == "Bearer")
    }

    @Test(
        "Who is suspended or banned is told so, behind the right password alone",
        arguments: [
            ("suspended", "403 account_suspended"), ("banned", "403 account_banned"),
        ])
    func blocked(status: String, outcome: String) async throws {
        let house = try await House()
        let (admin, ann) = (try await house.admin(), try await house.person("ann"))
        let answer = try await house.ask(
            .patch, "/users/\(ann.id)", ["status": .string(status)], as: admin)
        #expect(answer.status == 200)
        #expect(house.outcome(try await house.trySignIn("ann")) == outcome)
        #expect(
            house.outcome(try await house.trySignIn("ann", "wrong one"))
                == "401 invalid_credentials")
    }

    @Test("A hash of another system is taken, and replaced by one of ours")
    func rehash() async throws {
        let house = try await House()
        let ann = try await house.person("ann")
        let password = "an old password"
        let hash = try #require(
            PasswordHash(
                "pbkdf2:sha256:1000$salt$"
                    + "06546457a87a9423f745ec7b65349f9eeccc8aad9160b8fe1a70acb22eaa2511"))
        try await house.database.write { try CredentialStore.set(hash, of: ann.id, in: $0) }
        #expect(try await house.trySignIn("ann", password).status == 200)
        let stored = try house.database.read(within: .seconds(1)) {
            try CredentialStore.door(ofAccount: ann.id, $0)?.password?.hash
        }
        #expect(stored?.text.hasPrefix("$argon2id$") == true)
        #expect(try await house.trySignIn("ann", password).status == 200)
    }

    @Test("Several who bring the same old hash over at the same time all come in")
    func rehashRace() async throws {
        let house = try await House()
        let ann = try await house.person("ann")
        let hash = try #require(
            PasswordHash(
                "pbkdf2:sha256:1000$salt$"
                    + "06546457a87a9423f745ec7b65349f9eeccc8aad9160b8fe1a70acb22eaa2511"))
        try await house.database.write { try CredentialStore.set(hash, of: ann.id, in: $0) }
        let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<8 {
                group.addTask { try await house.trySignIn("ann", "an old password").status }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(statuses == Array(repeating: 200, count: 8))
    }

    @Test("Ten wrong passwords make the account wait, longer each time; the right one ends it")
    func delays() async throws {
        let house = try await House()
        try await house.person("ann")
        for _ in 0..<10 {
            #expect(try await house.trySignIn("ann", "wrong one").status == 401)
        }
        let delayed = try await house.trySignIn("ann")
        #expect(house.outcome(delayed) == "429 sign_in_delayed")
        #expect(delayed["Retry-After"] == "30")
        house.clock.move(30)
        #expect(try await house.trySignIn("ann", "wrong one").status == 401)
        #expect(try await house.trySignIn("ann")["Retry-After"] == "60")
        house.clock.move(60)
        #expect(try await house.trySignIn("ann").status == 200)
        #expect(try await house.trySignIn("ann", "wrong one").status == 401)
    }

    @Test("Strangers make an account wait for strangers, not for who has signed in there before")
    func strangers() async throws {
        let house = try await House()
        try await house.person("ann")
        for _ in 0..<10 {
            _ = try await house.trySignIn("ann", "wrong one", from: "203.0.113.9")
        }
        #expect(try await house.trySignIn("ann", from: "203.0.113.9").status == 429)
        #expect(try await house.trySignIn("ann", from: "203.0.113.77").status == 429)
        #expect(try await house.trySignIn("ann").status == 200)
    }

    @Test("A new password ends all waiting")
    func delaysEnd() async throws {
        let house = try await House()
        let (admin, ann) = (try await house.admin(), try await house.person("ann"))
        for address in [nil, "203.0.113.9"] {
            for _ in 0..<10 { _ = try await house.trySignIn("ann", "wrong one", from: address) }
            #expect(try await house.trySignIn("ann", from: address).status == 429)
        }
        let body: JSON = ["password": "another battery"]
        #expect(try await house.ask(.patch, "/users/\(ann.id)", body, as: admin).status == 200)
        for address in [nil, "203.0.113.9"] {
            let answer = try await house.trySignIn("ann", "another battery", from: address)
            #expect(answer.status == 200)
        }
    }

    @Test("Names that nobody has wait alike")
    func delaysOfNobody() async throws {
        let house = try await House()
        for _ in 0..<10 {
            #expect(try await house.trySignIn("nobody", "wrong one").status == 401)
        }
        #expect(try await house.trySignIn("nobody").status == 429)
    }

    @Test("Wrong passwords are forgotten after a quarter of an hour")
    func forgottenFailures() async throws {
        let house = try await House()
        try await house.person("ann")
        for _ in 0..<9 { _ = try await house.trySignIn("ann", "wrong one") }
        house.clock.move(16 * 60)
        _ = try await house.trySignIn("ann", "wrong one")
        #expect(try await house.trySignIn("ann").status == 200)
    }

    @Test("A password of 1,024 bytes is tried, a longer one is a fault")
    func longPasswords() async throws {
        let house = try await House()
        try await house.person("ann")
        let longest = String(repeating: "x", count: 1_024)
        #expect(try await house.trySignIn("ann", longest).status == 401)
        #expect(try await house.trySignIn("ann", longest + "x").status == 422)
    }

    @Test("The fifty-first device signs out the one that was used longest ago")
    func manyDevices() async throws {
        let house = try await House()
        let first = try await house.person("ann")
        for _ in 0..<50 {
            house.clock.move(1)
            _ = try await house.signIn("ann")
        }
        let answer = try await house.ask(.get, "/me", as: first)
        #expect(house.outcome(answer) == "401 invalid_token")
        let last = try await house.signIn("ann")
        guard case .array(let list)? = try await house.ask(.get, "/me/sign-ins", as: last).json
        else { throw CancellationError() }
        #expect(list.count == 50)
    }
}
