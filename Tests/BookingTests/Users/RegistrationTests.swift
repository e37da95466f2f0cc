import JSON
import Testing
import Workbench

@testable import Booking

@Suite("Registering")
struct RegistrationTests {
    private func register(
        _ house: House, _ members: [JSON.Member], at path: String = "/users",
        as person: Person? = nil
    ) async throws -> RawAnswer {
        let usual: [JSON.Member] = [
            .init("email", "ann@example.com"), .init("password", .string(Person.password)),
            .init("name", "Ann"),
        ]
        let others = usual.filter { one in !members.contains { $0.name == one.name } }
        return try await house.ask(.post, path, .object(others + members), as: person)
    }

    @Test("A newcomer is a client, signed in, and gets a letter", arguments: Way.allCases)
    func newcomer(way: Way) async throws {
        var options = House.Options()
        options.way = way
        let house = try await House(options)
        let answer = try await register(house, [])
        #expect(answer.status == 201)
        let json = try #require(answer.json)
        #expect(json["email"] == "ann@example.com")
        #expect(json["username"] == "ann")
        #expect(json["name"] == "Ann")
        #expect(json["full_name"] == "Ann")
        #expect(json["role"] == "user")
        #expect(json["status"] == "active")
        #expect(json["email_verified"] == false)
        #expect(json["token_type"] == "bearer")
        #expect(json["expires_in"] == 1_800)
        #expect(json["user"]?["role"] == "user")
        #expect(json["createdAt"] == json["created_at"])
        #expect(!answer.text.contains("password"))
        let person = try #require(Person(answer))
        #expect(try await house.ask(.get, "/me", as: person).status == 200)
        #expect(try house.countOfLetters(to: "ann") == 1)
    }

    @Test(
        "The address is taken in any spelling, with the status of each door",
        arguments: [("/users", 409), ("/auth/register", 400)])
    func taken(path: String, status: Int) async throws {
        let house = try await House()
        try await house.person("ann")
        let answer = try await register(
            house, [.init("email", "ANN@Example.COM"), .init("username", "other")], at: path)
        #expect(house.outcome(answer) == "\(status) email_taken")
    }

    @Test("A username that is taken is told, in any case of letters")
    func usernameTaken() async throws {
        let house = try await House()
        try await house.person("ann")
        let answer = try await register(
            house, [.init("email", "other@example.com"), .init("username", "Ann")])
        #expect(house.outcome(answer) == "409 username_taken")
    }

    @Test("Who gives no username gets one that is free")
    func madeUpUsername() async throws {
        let house = try await House()
        try await house.person("ann")
        let answer = try await register(house, [.init("email", "Ann@elsewhere.org")])
        #expect(answer.json?["username"] == "ann2")
    }

    @Test(
        "Roles that are open are given, under all their names",
        arguments: [
            ("user", "user"), ("User", "user"), ("client", "user"), ("instructor", "user"),
            ("facilitator", "facilitator"), ("public", "public"),
        ])
    func openRoles(given: String, role: String) async throws {
        let house = try await House()
        let answer = try await register(house, [.init("role", .string(given))])
        #expect(answer.json?["role"] == .string(role))
    }

    @Test("Nobody becomes an admin, or what nobody has heard of", arguments: ["admin", "owner"])
    func closedRoles(role: String) async throws {
        let house = try await House()
        let person = try await house.person("ben")
        for caller in [nil, person] {
            let answer = try await register(house, [.init("role", .string(role))], as: caller)
            #expect(house.outcome(answer) == "403 role_not_allowed")
        }
        #expect(try await house.trySignIn("ann").status == 401)
    }

    @Test("Facilitators are made by admins where the door is closed")
    func closedFacilitators() async throws {
        var options = House.Options()
        options.isFacilitatorOpen = false
        let house = try await House(options)
        let admin = try await house.admin()
        let role = [JSON.Member("role", "facilitator")]
        #expect(house.outcome(try await register(house, role)) == "403 role_not_allowed")
        #expect(try await register(house, role, as: admin).status == 201)
    }

    @Test("An admin registers admins, and is told of roles that nobody has made")
    func byAdmins() async throws {
        let house = try await House()
        let admin = try await house.admin()
        let answer = try await register(house, [.init("role", "owner")], as: admin)
        #expect(house.outcome(answer) == "400 unknown_role")
        let made = try await register(house, [.init("role", "admin")], as: admin)
        #expect(made.json?["role"] == "admin")
    }

    @Test("A token that is no good is told to who needs it, and ignored for others")
    func badToken() async throws {
        let house = try await House()
        let header = [("Authorization", "Bearer nonsense")]
        let body = { (email: String, role: String) -> JSON in
            [
                "email": .string(email), "password": .string(Person.password), "name": "A",
                "role": .string(role),
            ]
        }
        let admin = try await house.ask(.post, "/users", body("a@example.com", "admin"), header)
        #expect(house.outcome(admin) == "401 invalid_token")
        let user = try await house.ask(.post, "/users", body("b@example.com", "user"), header)
        #expect(user.status == 201)
    }

    @Test("Some name is needed, and everything that is wrong is told at once")
    func faults() async throws {
        let house = try await House()
        let nameless = try await house.ask(
            .post, "/users", ["email": "a@example.com", "password": .string(Person.password)])
        #expect(nameless.status == 422)
        #expect(nameless.text.contains("\"field\":\"username\""))
        let wrong = try await house.ask(
            .post, "/users", ["email": "no address", "password": "short", "username": "a@b"])
        #expect(wrong.status == 422)
        for field in ["email", "password", "username"] {
            #expect(wrong.text.contains("\"field\":\"\(field)\""))
        }
    }

    @Test("A password must not be the address or the username")
    func relatedPassword() async throws {
        let house = try await House()
        for password in ["ann@example.com", "ANN@EXAMPLE.COM"] {
            let answer = try await register(house, [.init("password", .string(password))])
            #expect(answer.status == 422)
            #expect(answer.text.contains("\"field\":\"password\""))
        }
    }

    @Test("Of fifty who register one address at the same time one does", arguments: Way.allCases)
    func race(way: Way) async throws {
        var options = House.Options()
        options.way = way
        let house = try await House(options)
        let outcomes = try await withThrowingTaskGroup(of: String.self) { group in
            for number in 0..<50 {
                group.addTask {
                    let path = number.isMultiple(of: 2) ? "/users" : "/auth/register"
                    let answer = try await register(
                        house, [.init("username", .string("u\(number)"))], at: path)
                    return "\(path) \(answer.status)"
                }
            }
            return try await group.reduce(into: [:]) { $0[$1, default: 0] += 1 }
        }
        let made = (outcomes["/users 201"] ?? 0) + (outcomes["/auth/register 201"] ?? 0)
        let refused = (outcomes["/users 409"] ?? 0) + (outcomes["/auth/register 400"] ?? 0)
        #expect(made == 1)
        #expect(refused == 49, "\(outcomes)")
    }
}
