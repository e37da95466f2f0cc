import JSON
import Testing
import Workbench

@testable import Booking

/// Many who want the same at the same time, over sockets.
@Suite("At the same time")
struct AccountRaceTests {
    private func house() async throws -> House {
        var options = House.Options()
        options.way = .overSocket
        options.isPatient = true
        return try await House(options)
    }

    private func all<Value: Sendable>(
        _ count: Int, _ body: @escaping @Sendable (Int) async throws -> Value
    ) async throws -> [Value] {
        try await withThrowingTaskGroup(of: Value.self) { group in
            for number in 0..<count { group.addTask { try await body(number) } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
    }

    @Test("Of fifty who want one username one gets it, in whatever case they write it")
    func usernames() async throws {
        let house = try await house()
        let outcomes = try await all(50) { number in
            let body: JSON = [
                "email": .string("u\(number)@example.com"), "password": .string(Person.password),
                "username": number.isMultiple(of: 2) ? "Ann" : "ANN",
            ]
            return house.outcome(try await house.ask(.post, "/users", body))
        }
        #expect(outcomes.count { $0 == "201" } == 1)
        #expect(outcomes.count { $0 == "409 username_taken" } == 49)
    }

    @Test("Of twenty who change to one address and one username one does")
    func changes() async throws {
        let house = try await house()
        let people = try await all(20) { try await house.person("p\($0)") }
        let outcomes = try await all(20) { number in
            let body: JSON = ["email": "wanted@example.com", "username": "wanted"]
            return house.outcome(try await house.ask(.patch, "/me", body, as: people[number]))
        }
        #expect(outcomes.count { $0 == "200" } == 1)
        #expect(outcomes.count { $0 == "409 email_taken" } == 19)
    }

    @Test("Thirty-two who bring one refresh token get one successor, and stay one sign-in")
    func refreshes() async throws {
        let house = try await house()
        let ann = try await house.person("ann")
        let answers = try await all(32) { _ in
            try await house.ask(
                .post, "/auth/refresh", ["refresh_token": .string(ann.refreshToken)])
        }
        let people = answers.compactMap(Person.init)
        #expect(people.count == 32)
        #expect(Set(people.map(\.refreshToken)).count == 1)
        let signIns = try house.database.read(within: .seconds(5)) {
            try SignInStore.all(of: ann.id, $0)
        }
        #expect(signIns.count == 1)
        #expect(signIns.first?.end == nil)
        let successor = try #require(people.first)
        let next = try await house.ask(
            .post, "/auth/refresh", ["refresh_token": .string(successor.refreshToken)])
        #expect(next.status == 200)
    }

    @Test("Of many who change one password one does, and that is the password then")
    func passwords() async throws {
        let house = try await house()
        let ann = try await house.person("ann")
        let outcomes = try await all(16) { number in
            let body: JSON = [
                "old_password": .string(Person.password),
                "new_password": .string("another battery \(number)"),
            ]
            let answer = try await house.ask(.put, "/me/password", body, as: ann)
            return (number: number, outcome: house.outcome(answer))
        }
        let winners = outcomes.filter { $0.outcome == "200" }
        #expect(winners.count == 1)
        #expect(outcomes.count { $0.outcome == "400 wrong_password" } == 15)
        for (number, outcome) in outcomes {
            let signIn = try await house.trySignIn("ann", "another battery \(number)")
            #expect(signIn.status == (outcome == "200" ? 200 : 401))
        }
    }

    @Test("Behind a suspension no token works, whatever was under way")
    func suspension() async throws {
        let house = try await house()
        let (admin, ann) = (try await house.admin(), try await house.person("ann"))
        let others = try await all(4) { _ in try await house.signIn("ann") }
        let answers = try await all(24) { number in
            switch number % 6 {
            case 0: try await house.trySignIn("ann")
            case 1:
                try await house.ask(
                    .patch, "/users/\(ann.id)", ["status": "suspended"], as: admin)
            default:
                try await house.ask(
                    .post, "/auth/refresh",
                    ["refresh_token": .string(others[number % 4].refreshToken)])
            }
        }
        #expect(answers.allSatisfy { [200, 401, 403].contains($0.status) })
        for person in [ann] + others + answers.compactMap(Person.init) where person.id == ann.id {
            guard !person.token.isEmpty else { continue }
            #expect(try await house.ask(.get, "/me", as: person).status == 401)
            let refresh = try await house.ask(
                .post, "/auth/refresh", ["refresh_token": .string(person.refreshToken)])
            #expect(refresh.status == 401)
        }
        #expect(house.outcome(try await house.trySignIn("ann")) == "403 account_suspended")
    }
}
