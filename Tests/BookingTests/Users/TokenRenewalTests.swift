import JSON
import Testing
import Workbench

@testable import Booking

@Suite("Going on with a refresh token")
struct TokenRenewalTests {
    private func refresh(_ house: House, _ token: String) async throws -> RawAnswer {
        try await house.ask(.post, "/auth/refresh", ["refresh_token": .string(token)])
    }

    @Test("It gives the account with another pair of tokens")
    func rotation() async throws {
        let house = try await House()
        let ann = try await house.person("ann")
        house.clock.move(5)
        let next = try #require(Person(try await refresh(house, ann.refreshToken)))
        #expect(next.id == ann.id)
        #expect(next.refreshToken != ann.refreshToken)
        #expect(next.token != ann.token)
        #expect(try await house.ask(.get, "/me", as: next).status == 200)
    }

    @Test("Within ten seconds the same token gives the same successor, however it is asked")
    func grace() async throws {
        let house = try await House()
        let ann = try await house.person("ann")
        let answers = try await withThrowingTaskGroup(of: RawAnswer.self) { group in
            for _ in 0..<8 { group.addTask { try await refresh(house, ann.refreshToken) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        let successors = Set(answers.compactMap { Person($0)?.refreshToken })
        #expect(answers.allSatisfy { $0.status == 200 })
        #expect(successors.count == 1)
        house.clock.move(10)
        let late = try await refresh(house, ann.refreshToken)
        #expect(Person(late)?.refreshToken == successors.first)
    }

    @Test("Reuse after that ends the sign-in, its newest tokens too, and is remembered")
    func reuse() async throws {
        let house = try await House()
        let ann = try await house.person("ann")
        let other = try await house.signIn("ann")
        let next = try #require(Person(try await refresh(house, ann.refreshToken)))
        house.clock.move(11)
        #expect(house.outcome(try await refresh(house, ann.refreshToken)) == "401 invalid_token")
        #expect(house.outcome(try await refresh(house, next.refreshToken)) == "401 invalid_token")
        #expect(try await house.ask(.get, "/me", as: next).status == 401)
        #expect(try await house.ask(.get, "/me", as: other).status == 200)
        let all = try house.database.read(within: .seconds(1)) {
            try SignInStore.all(of: ann.id, $0)
        }
        #expect(all.compactMap(\.end) == [.tokenReused])
        #expect(house.logged.all.contains { $0.contains("a refresh token was used twice") })
    }

    @Test("A week without use ends it")
    func expiry() async throws {
        let house = try await House()
        let ann = try await house.person("ann")
        house.clock.move(7 * 86_400)
        #expect(house.outcome(try await refresh(house, ann.refreshToken)) == "401 invalid_token")
    }

    @Test("Use makes the week begin anew")
    func prolonging() async throws {
        let house = try await House()
        var person = try await house.person("ann")
        for _ in 0..<3 {
            house.clock.move(6 * 86_400)
            person = try #require(Person(try await refresh(house, person.refreshToken)))
        }
    }

    @Test("What was never a token is refused", arguments: ["x", "", "ä", "a.b.c"])
    func nonsense(text: String) async throws {
        let house = try await House()
        let status = try await refresh(house, text).status
        #expect(status == (text.isEmpty ? 422 : 401))
    }

    @Test("An access token is no refresh token, and the other way round")
    func otherDoor() async throws {
        let house = try await House()
        let ann = try await house.person("ann")
        #expect(try await refresh(house, ann.token).status == 401)
        let bearer = [("Authorization", "Bearer \(ann.refreshToken)")]
        #expect(try await house.ask(.get, "/me", nil, bearer).status == 401)
    }

    @Test("Revoking ends it, and a token that nobody knows is as good as revoked")
    func revoking() async throws {
        let house = try await House()
        let ann = try await house.person("ann")
        for token in [ann.refreshToken, ann.refreshToken, "unknown"] {
            let answer = try await house.ask(
                .post, "/auth/revoke", ["refresh_token": .string(token)])
            #expect(answer.status == 204)
        }
        #expect(try await refresh(house, ann.refreshToken).status == 401)
        #expect(try await house.ask(.get, "/me", as: ann).status == 401)
        #expect(try await house.ask(.post, "/auth/revoke", [:]).status == 422)
    }

    @Test("Signing out ends what comes: by access token, by refresh token, or nothing at all")
    func signingOut() async throws {
        let house = try await House()
        let (first, second) = (try await house.person("ann"), try await house.signIn("ann"))
        #expect(try await house.ask(.post, "/auth/logout").status == 200)
        #expect(try await house.ask(.post, "/auth/logout", as: first).status == 200)
        #expect(try await refresh(house, first.refreshToken).status == 401)
        #expect(try await house.ask(.get, "/me", as: second).status == 200)
        let body: JSON = ["refresh_token": .string(second.refreshToken)]
        #expect(try await house.ask(.post, "/auth/logout", body).status == 200)
        #expect(try await house.ask(.get, "/me", as: second).status == 401)
        // An access token that is no good any more keeps nobody from signing out.
        #expect(try await house.ask(.post, "/auth/logout", as: first).status == 200)
    }

    @Test("A suspended account goes on nowhere, and has to sign in again afterwards")
    func suspended() async throws {
        let house = try await House()
        let (admin, ann) = (try await house.admin(), try await house.person("ann"))
        let path = "/users/\(ann.id)"
        #expect(try await house.ask(.patch, path, ["status": "suspended"], as: admin).status == 200)
        #expect(house.outcome(try await refresh(house, ann.refreshToken)) == "401 invalid_token")
        #expect(try await house.ask(.get, "/me", as: ann).status == 401)
        #expect(try await house.ask(.patch, path, ["status": "active"], as: admin).status == 200)
        #expect(try await refresh(house, ann.refreshToken).status == 401)
        #expect(try await house.trySignIn("ann").status == 200)
    }
}
