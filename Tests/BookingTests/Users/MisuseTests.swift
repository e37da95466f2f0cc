import JSON
import Testing
import Web
import Workbench

@testable import Booking

@Suite("Who means harm")
struct MisuseTests {
    /// é in one scalar and in two: Swift finds them the same, the database doesn't.
    private static let oneScalar = "\u{E9}"
    private static let twoScalars = "e\u{301}"

    @Test("Locks nobody out by the id of an account, which is no secret")
    func delayById() async throws {
        let house = try await House()
        let ann = try await house.person("ann")
        for _ in 0..<10 {
            let body: JSON = ["username": .string(ann.id), "password": "wrong one"]
            #expect(try await house.ask(.post, "/auth/login", body).status == 401)
        }
        #expect(try await house.trySignIn("ann").status == 200)
    }

    @Test("Tries no more passwords at once than one, where an account has to wait")
    func parallelGuesses() async throws {
        let house = try await House()
        try await house.person("ann")
        for _ in 0..<10 { _ = try await house.trySignIn("ann", "wrong one") }
        house.clock.move(30)
        let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<20 {
                group.addTask { try await house.trySignIn("ann", "wrong one").status }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(statuses.count { $0 == 401 } == 1)
        #expect(statuses.count { $0 == 429 } == 19)
    }

    @Test("Delays nobody by guesses of long ago, however many devices come at once")
    func forgottenGuesses() async throws {
        let house = try await House()
        try await house.person("ann")
        for _ in 0..<10 { _ = try await house.trySignIn("ann", "wrong one") }
        house.clock.move(16 * 60)
        let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
            for _ in 0..<8 { group.addTask { try await house.trySignIn("ann").status } }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(statuses.allSatisfy { $0 == 200 })
    }

    @Test("Doesn't erase an account with a token that was stolen")
    func erasingByToken() async throws {
        let house = try await House()
        let ann = try await house.person("ann")
        house.clock.move(601)
        let answer = try await house.ask(.delete, "/users/\(ann.id)", as: ann)
        #expect(house.outcome(answer) == "403 recent_sign_in_required")
        let again = try await house.signIn("ann")
        #expect(try await house.ask(.delete, "/users/\(ann.id)", as: again).status == 204)
    }

    @Test("Fills nobody's mailbox by taking its address again and again")
    func lettersByChanges() async throws {
        let house = try await House()
        let ann = try await house.person("ann")
        for _ in 0..<10 {
            for email in ["victim@example.com", "ann@example.com"] {
                let body: JSON = ["email": .string(email)]
                #expect(try await house.ask(.patch, "/me", body, as: ann).status == 200)
            }
        }
        #expect(try house.countOfLetters(to: "victim") <= 5)
    }

    @Test("Gets no words of their own into letters to others")
    func wordsInLetters() async throws {
        let house = try await House()
        let body: JSON = [
            "email": "victim@example.com", "password": .string(Person.password),
            "name": "You have won\r\nBcc: all@example.com\r\n\r\nhttps://evil.example",
        ]
        #expect(try await house.ask(.post, "/users", body).status == 201)
        await house.users.recover("victim@example.com")
        #expect(try house.countOfLetters(to: "victim") == 2)
        for letter in try house.letters() {
            #expect(!letter.contains("won"))
            #expect(!letter.contains("evil"))
            #expect(!letter.contains("Bcc"))
        }
    }

    @Test("Takes nobody's username in another spelling of the same letters")
    func spellingOfUsernames() async throws {
        let house = try await House()
        let ann = try await house.person("ann")
        let ben = try await house.person("ben")
        let first = try await house.ask(
            .patch, "/me", ["username": .string(MisuseTests.oneScalar)], as: ann)
        #expect(first.status == 200)
        for body in [
            ["username": .string(MisuseTests.twoScalars)],
            ["username": .string(MisuseTests.twoScalars), "name": "Ben"],
        ] as [JSON] {
            let answer = try await house.ask(.patch, "/me", body, as: ben)
            #expect(answer.status == 200 || answer.status == 409)
        }
        // Whatever became of it, everybody can still be told apart.
        for spelling in [MisuseTests.oneScalar, MisuseTests.twoScalars] {
            for person in [ann, ben] {
                let body: JSON = ["username": .string(spelling), "name": "N"]
                let answer = try await house.ask(.patch, "/me", body, as: person)
                #expect(answer.status == 200 || answer.status == 409, "\(answer.text)")
            }
        }
    }

    @Test("Another spelling of the same letters is stored as it was sent")
    func spellingOfProfiles() async throws {
        let house = try await House()
        let ann = try await house.person("ann")
        for name in [MisuseTests.oneScalar, MisuseTests.twoScalars] {
            for member in ["name", "bio", "specialization", "username"] {
                let body = JSON.object([.init(member, .string(name))])
                let answer = try await house.ask(.patch, "/me", body, as: ann)
                guard case .string(let stored)? = answer.json?[member] else {
                    throw CancellationError()
                }
                #expect(Array(stored.utf8) == Array(name.utf8))
            }
        }
    }

    @Test("No two roles have names that are the same letters in two spellings")
    func spellingOfRoles() async throws {
        let house = try await House()
        let admin = try await house.admin()
        let one = try await house.ask(
            .post, "/roles", ["name": .string(MisuseTests.oneScalar)], as: admin)
        #expect(one.status == 201)
        let two = try await house.ask(
            .post, "/roles", ["name": .string(MisuseTests.twoScalars)], as: admin)
        #expect(house.outcome(two) == "409 role_exists")
        guard case .string(let id)? = one.json?["id"] else { throw CancellationError() }
        let described = try await house.ask(
            .patch, "/roles/\(id)",
            [
                "name": .string(MisuseTests.twoScalars),
                "description": .string(MisuseTests.twoScalars),
            ], as: admin)
        guard case .string(let name)? = described.json?["name"],
            case .string(let description)? = described.json?["description"]
        else { throw CancellationError() }
        #expect(Array(name.utf8) == Array(MisuseTests.twoScalars.utf8))
        #expect(Array(description.utf8) == Array(MisuseTests.twoScalars.utf8))
    }

    @Test("Letters of one look that fold to the same key are one username")
    func folding() async throws {
        let house = try await House()
        try await house.person("kim")
        let kelvin: JSON = [
            "email": "other@example.com", "password": .string(Person.password),
            "username": "\u{212A}im",
        ]
        #expect(
            house.outcome(try await house.ask(.post, "/users", kelvin)) == "409 username_taken")
        for name in ["İstanbul", "straße", "ıı", "ǅ", "ΑΣ"] {
            let body: JSON = [
                "email": .string("u\(name.utf8.count)\(name.hashValue.magnitude)@example.com"),
                "password": .string(Person.password), "username": .string(name),
            ]
            #expect(try await house.ask(.post, "/users", body).status == 201)
            for spelling in [name, name.lowercased()] {
                let login: JSON = [
                    "username": .string(spelling), "password": .string(Person.password),
                ]
                #expect(try await house.ask(.post, "/login", login).status == 200)
            }
        }
    }

    @Test("A role that is deleted before a newcomer has it is told, and nothing is stored")
    func deletedRole() async throws {
        let house = try await House()
        let admin = try await house.admin()
        let made = try await house.ask(.post, "/roles", ["name": "clerk"], as: admin)
        guard case .string(let id)? = made.json?["id"] else { throw CancellationError() }
        let role = try house.database.read(within: .seconds(1)) { try RoleStore.role(id, $0) }
        let clerk = try #require(role)
        #expect(try await house.ask(.delete, "/roles/\(id)", as: admin).status == 204)
        let newcomer = Users.Newcomer(
            profile: Profile(email: "ann@example.com", username: "ann", name: "Ann"),
            needsUsername: false, roles: [clerk], hash: nil)
        let error = await #expect(throws: Problem.self) {
            try await house.database.write { try house.users.add(newcomer, by: nil, in: $0) }
        }
        #expect(error?.code == "unknown_role")
    }
}
