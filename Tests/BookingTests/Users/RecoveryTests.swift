import JSON
import Testing
import Workbench

@testable import Booking

@Suite("Letters and what they open")
struct RecoveryTests {
    private func recover(_ house: House, _ name: String) async throws {
        let before = try house.countOfLetters(to: name)
        let answer = try await house.ask(
            .post, "/auth/recover-password", ["email": .string("\(name)@example.com")])
        #expect(answer.status == 200)
        // The letter is written behind the answer.
        let end = ContinuousClock.now + RawClient.patience
        while try house.countOfLetters(to: name) == before, ContinuousClock.now < end {
            try await Task.sleep(for: .milliseconds(2))
        }
    }

    private func reset(
        _ house: House, _ token: String, _ password: String = "another battery"
    ) async throws -> RawAnswer {
        try await house.ask(
            .post, "/auth/reset-password",
            ["token": .string(token), "new_password": .string(password)])
    }

    private func verify(_ house: House, _ token: String) async throws -> RawAnswer {
        try await house.ask(.post, "/auth/verify-email", ["token": .string(token)])
    }

    @Test("A forgotten password is set anew, once, and everybody is signed out")
    func resetting() async throws {
        let house = try await House()
        let ann = try await house.person("ann")
        house.clock.move(1)
        try await recover(house, "ann")
        let code = try house.code(inLetterTo: "ann")
        #expect(try await reset(house, code).json?["msg"] == "Password updated successfully")
        #expect(house.outcome(try await reset(house, code)) == "400 invalid_token")
        #expect(try await house.ask(.get, "/me", as: ann).status == 401)
        #expect(try await house.trySignIn("ann").status == 401)
        let again = try await house.signIn("ann", "another battery")
        // The letter has reached them.
        #expect(try await house.ask(.get, "/me", as: again).json?["email_verified"] == true)
    }

    @Test("The answer is the same for an address that nobody has, and no letter goes there")
    func unknown() async throws {
        let house = try await House()
        try await house.person("ann")
        let known = try await house.ask(.post, "/auth/recover", ["email": "ann@example.com"])
        let unknown = try await house.ask(.post, "/auth/recover", ["email": "nobody@example.com"])
        #expect(known.body == unknown.body)
        #expect(known.status == unknown.status)
        await house.users.recover("nobody@example.com")
        #expect(try house.countOfLetters(to: "nobody") == 0)
        #expect(try await house.ask(.post, "/auth/recover", ["email": "no address"]).status == 422)
    }

    @Test("A token lasts for an hour")
    func expiry() async throws {
        let house = try await House()
        try await house.person("ann")
        house.clock.move(1)
        try await recover(house, "ann")
        let code = try house.code(inLetterTo: "ann")
        house.clock.move(3_599)
        #expect(try await reset(house, code, "short").status == 422)
        house.clock.move(1)
        #expect(house.outcome(try await reset(house, code)) == "400 invalid_token")
    }

    @Test("No token opens another's door")
    func otherDoors() async throws {
        let house = try await House()
        let ann = try await house.person("ann")
        let verification = try house.code(inLetterTo: "ann")
        #expect(house.outcome(try await reset(house, verification)) == "400 invalid_token")
        #expect(house.outcome(try await reset(house, ann.refreshToken)) == "400 invalid_token")
        #expect(house.outcome(try await verify(house, ann.refreshToken)) == "400 invalid_token")
        #expect(house.outcome(try await verify(house, ann.token)) == "400 invalid_token")
        house.clock.move(1)
        try await recover(house, "ann")
        let recovery = try house.code(inLetterTo: "ann")
        #expect(house.outcome(try await verify(house, recovery)) == "400 invalid_token")
        #expect(try await verify(house, verification).status == 200)
    }

    @Test("An address is verified once, and can be asked for again until then")
    func verifying() async throws {
        let house = try await House()
        let ann = try await house.person("ann")
        house.clock.move(1)
        #expect(try await house.ask(.post, "/auth/verify-email/resend", as: ann).status == 200)
        #expect(try house.countOfLetters(to: "ann") == 2)
        let code = try house.code(inLetterTo: "ann")
        #expect(try await verify(house, code).status == 200)
        #expect(try await house.ask(.get, "/me", as: ann).json?["email_verified"] == true)
        #expect(house.outcome(try await verify(house, code)) == "400 invalid_token")
        #expect(try await house.ask(.post, "/auth/verify-email/resend", as: ann).status == 200)
        #expect(try house.countOfLetters(to: "ann") == 2)
    }

    @Test("Another address is not verified, and what was sent to the old one opens nothing")
    func otherAddress() async throws {
        let house = try await House()
        let ann = try await house.person("ann")
        let old = try house.code(inLetterTo: "ann")
        house.clock.move(1)
        try await recover(house, "ann")
        let recovery = try house.code(inLetterTo: "ann")
        let answer = try await house.ask(
            .patch, "/me", ["email": "anna@example.com"], as: ann)
        #expect(answer.json?["email_verified"] == false)
        #expect(try await verify(house, old).status == 400)
        #expect(try await reset(house, recovery).status == 400)
        #expect(try await verify(house, try house.code(inLetterTo: "anna")).status == 200)
        #expect(try await house.ask(.get, "/me", as: ann).json?["email_verified"] == true)
    }

    @Test("Nobody's mailbox is filled by others")
    func flood() async throws {
        let house = try await House()
        try await house.person("ann")
        for _ in 0..<8 { await house.users.recover("ann@example.com") }
        #expect(try house.countOfLetters(to: "ann") == 1 + 5)
        house.clock.move(3_601)
        await house.users.recover("ann@example.com")
        #expect(try house.countOfLetters(to: "ann") == 1 + 6)
    }

    @Test("Who may not have wanted a change of the address or the password is told of it")
    func notices() async throws {
        let house = try await House()
        var ann = try await house.person("ann")
        #expect(try await verify(house, try house.code(inLetterTo: "ann")).status == 200)
        house.clock.move(1)
        let change: JSON = [
            "old_password": .string(Person.password), "new_password": "another battery",
        ]
        #expect(try await house.ask(.put, "/me/password", change, as: ann).status == 200)
        #expect(try house.letters(to: "ann").last?.contains("Your password was changed") == true)
        house.clock.move(1)
        ann = try await house.signIn("ann", "another battery")
        #expect(
            try await house.ask(.patch, "/me", ["email": "new@example.com"], as: ann).status == 200)
        let last = try #require(try house.letters(to: "ann").last)
        #expect(last.contains("Your account has another e-mail address"))
        #expect(!last.contains("new@example.com"))
        #expect(try house.countOfLetters(to: "new") == 1)
    }

    @Test("Nobody is told of changes to an account that may not be theirs")
    func noNotices() async throws {
        let house = try await House()
        let ann = try await house.person("ann")
        let change: JSON = [
            "old_password": .string(Person.password), "new_password": "another battery",
        ]
        #expect(try await house.ask(.put, "/me/password", change, as: ann).status == 200)
        #expect(
            try await house.ask(.patch, "/me", ["email": "new@example.com"], as: ann).status == 200)
        #expect(try house.countOfLetters(to: "ann") == 1)
    }

    @Test("The link leads to where the server is published")
    func link() async throws {
        let house = try await House()
        try await house.person("ann")
        let letter = try #require(try house.letters().first)
        let whole = letter.replacing("=\r\n", with: "").replacing("=3D", with: "=")
        #expect(whole.contains("https://roost.example/verify-email?token="))
    }

    @Test("The old password is needed for a new one, and a new one that is good")
    func changing() async throws {
        let house = try await House()
        let ann = try await house.person("ann")
        let change = { (old: String, new: String) in
            try await house.ask(
                .put, "/users/me/password",
                ["old_password": .string(old), "new_password": .string(new)], as: ann)
        }
        #expect(
            house.outcome(try await change("wrong one", "another battery")) == "400 wrong_password")
        for bad in ["short", "password123", "ann@example.com", String(repeating: "x", count: 73)] {
            #expect(try await change(Person.password, bad).status == 422)
        }
        #expect(try await change(Person.password, String(repeating: "é", count: 36)).status == 200)
    }
}
