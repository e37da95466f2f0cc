import JSON
import Testing
import Workbench

@testable import Booking

@Suite("An account")
struct AccountTests {
    @Test("Its owner is greeted", arguments: ["/me", "/users/me"])
    func own(path: String) async throws {
        let house = try await House()
        let ann = try await house.person("ann")
        let answer = try await house.ask(.get, path, as: ann)
        #expect(
            answer.json?["message"] == "Welcome back, ann! You are logged in with role: user")
        #expect(answer.json?["user_id"] == .string(ann.id))
        #expect(answer.json?["access_token"] == "")
        #expect(answer.json?["token_type"] == nil)
        #expect(answer["ETag"] == "\"1-1\"")
    }

    @Test("Is seen by its owner and by those who may, and by nobody else")
    func reading() async throws {
        let house = try await House()
        let (ann, ben) = (try await house.person("ann"), try await house.person("ben"))
        let admin = try await house.admin()
        let path = "/users/\(ann.id)"
        #expect(try await house.ask(.get, path, as: ann).status == 200)
        #expect(
            try await house.ask(
                .get, path.uppercased().replacing("/USERS", with: "/users"), as: ann
            ).status == 200)
        #expect(try await house.ask(.get, path, as: admin).status == 200)
        #expect(try await house.ask(.get, path, as: ben).status == 403)
        #expect(try await house.ask(.get, path).status == 401)
        let unknown = "/users/00000000-0000-7000-8000-00000000abcd"
        #expect(try await house.ask(.get, unknown, as: admin).status == 404)
        #expect(try await house.ask(.get, unknown, as: ann).status == 403)
        #expect(try await house.ask(.get, "/users/nobody", as: admin).status == 404)
    }

    @Test(
        "Its owner changes it at every door",
        arguments: [
            ("PATCH", "/me"), ("PATCH", "/users/me"), ("PUT", "/users/me"),
        ])
    func changing(method: String, path: String) async throws {
        let house = try await House()
        let ann = try await house.person("ann")
        let answer = try await house.ask(
            method == "PUT" ? .put : .patch, path,
            ["full_name": "Ann B", "bio": "Sings", "username": "annb"], as: ann)
        #expect(answer.status == 200)
        #expect(answer.json?["name"] == "Ann B")
        #expect(answer.json?["bio"] == "Sings")
        #expect(answer.json?["username"] == "annb")
        #expect(answer.json?["email"] == "ann@example.com")
        let emptied = try await house.ask(.patch, "/me", ["bio": .null], as: ann)
        #expect(emptied.json?["bio"] == .null)
        #expect(emptied.json?["name"] == "Ann B")
    }

    @Test("What somebody else has is refused, and nothing is changed")
    func conflicts() async throws {
        let house = try await House()
        let ann = try await house.person("ann")
        try await house.person("ben")
        let email = try await house.ask(
            .patch, "/me", ["email": "BEN@example.com", "name": "X"], as: ann)
        #expect(house.outcome(email) == "409 email_taken")
        let username = try await house.ask(
            .patch, "/me", ["username": "Ben", "name": "X"], as: ann)
        #expect(house.outcome(username) == "409 username_taken")
        #expect(try await house.ask(.get, "/me", as: ann).json?["name"] == "ann")
        // One's own in another case is nobody else's.
        let own = try await house.ask(.patch, "/me", ["username": "ANN"], as: ann)
        #expect(own.json?["username"] == "ANN")
    }

    @Test("A stale tag changes nothing", arguments: ["/me", "/users/{id}"])
    func preconditions(path: String) async throws {
        let house = try await House()
        let ann = try await house.person("ann")
        let path = path.replacing("{id}", with: ann.id)
        let tag = try #require(try await house.ask(.get, path, as: ann)["ETag"])
        let first = try await house.ask(
            .patch, path, ["name": "A"], as: ann, [("If-Match", tag)])
        #expect(first.status == 200)
        let second = try await house.ask(
            .patch, path, ["name": "B"], as: ann, [("If-Match", tag)])
        #expect(house.outcome(second) == "412 precondition_failed")
        #expect(try await house.ask(.get, path, as: ann).json?["name"] == "A")
    }

    @Test(
        "Nobody gives themselves roles, a status or, here, a password",
        arguments: [
            ["roles": ["admin"]], ["status": "active"], ["password": "another battery"],
        ] as [JSON])
    func ownRoles(body: JSON) async throws {
        let house = try await House()
        let ann = try await house.person("ann")
        let answer = try await house.ask(.patch, "/users/\(ann.id)", body, as: ann)
        #expect(house.outcome(answer) == "403 role_not_allowed")
    }

    @Test("An admin gives roles, by any of their names, and unknown ones are told")
    func roles() async throws {
        let house = try await House()
        let (admin, ann) = (try await house.admin(), try await house.person("ann"))
        let path = "/users/\(ann.id)"
        let given = try await house.ask(
            .patch, path, ["roles": ["User", "instructor", "client"]], as: admin)
        guard case .array(let roles)? = given.json?["roles"] else { throw CancellationError() }
        #expect(roles.map { $0["name"] } == ["client", "instructor"])
        let unknown = try await house.ask(
            .patch, path, ["roles": ["client", "wizard"]], as: admin)
        #expect(house.outcome(unknown) == "400 unknown_role")
        let none = try await house.ask(.patch, path, ["roles": []], as: admin)
        #expect(none.json?["role"] == "public")
    }

    @Test("An admin sets a password, which signs the person out everywhere")
    func passwordByAdmin() async throws {
        let house = try await House()
        let (admin, ann) = (try await house.admin(), try await house.person("ann"))
        let body: JSON = ["password": "another battery"]
        #expect(try await house.ask(.patch, "/users/\(ann.id)", body, as: admin).status == 200)
        #expect(try await house.ask(.get, "/me", as: ann).status == 401)
        #expect(try await house.trySignIn("ann", "another battery").status == 200)
    }

    @Test("Who manages people gives nobody more than they have, and touches nobody above them")
    func managers() async throws {
        let house = try await House()
        let (admin, ann) = (try await house.admin(), try await house.person("ann"))
        let role: JSON = ["name": "manager", "permissions": ["users:read", "users:write"]]
        #expect(try await house.ask(.post, "/roles", role, as: admin).status == 201)
        let manager = try await house.person("max")
        _ = try await house.ask(.patch, "/users/\(manager.id)", ["roles": ["manager"]], as: admin)
        for id in [manager.id, ann.id] {
            let answer = try await house.ask(
                .patch, "/users/\(id)", ["roles": ["manager", "admin"]], as: manager)
            #expect(house.outcome(answer) == "403 role_not_allowed")
        }
        for body in [["password": "another battery"], ["status": "banned"]] as [JSON] {
            let answer = try await house.ask(.patch, "/users/\(admin.id)", body, as: manager)
            #expect(house.outcome(answer) == "403 role_not_allowed")
        }
        let erased = try await house.ask(.delete, "/users/\(admin.id)", as: manager)
        #expect(house.outcome(erased) == "403 role_not_allowed")
        let renamed = try await house.ask(
            .patch, "/users/\(ann.id)", ["name": "Anna"], as: manager)
        #expect(renamed.json?["name"] == "Anna")
    }

    @Test("Who manages people may do so with those who are what anybody can be")
    func managed() async throws {
        let house = try await House()
        let (admin, ann) = (try await house.admin(), try await house.person("ann"))
        let role: JSON = ["name": "manager", "permissions": ["users:write"]]
        #expect(try await house.ask(.post, "/roles", role, as: admin).status == 201)
        let manager = try await house.person("max")
        _ = try await house.ask(.patch, "/users/\(manager.id)", ["roles": ["manager"]], as: admin)
        let path = "/users/\(ann.id)"
        for body in [
            ["roles": ["facilitator"]], ["status": "suspended"], ["status": "active"],
            ["password": "another battery"],
        ] as [JSON] {
            #expect(try await house.ask(.patch, path, body, as: manager).status == 200)
        }
        #expect(try await house.ask(.delete, path, as: manager).status == 204)
    }

    @Test("The last admin stays one, until there is another")
    func lastAdmin() async throws {
        let house = try await House()
        let admin = try await house.admin()
        let path = "/users/\(admin.id)"
        for body in [["roles": ["client"]], ["status": "suspended"], ["status": "banned"]] as [JSON]
        {
            let answer = try await house.ask(.patch, path, body, as: admin)
            #expect(house.outcome(answer) == "409 last_admin")
        }
        #expect(house.outcome(try await house.ask(.delete, path, as: admin)) == "409 last_admin")
        let body: JSON = ["password": .string(Person.password)]
        #expect(
            house.outcome(try await house.ask(.delete, "/me", body, as: admin)) == "409 last_admin")
        let other = try await house.admin("chief")
        // A suspended admin is none.
        _ = try await house.ask(.patch, "/users/\(other.id)", ["status": "suspended"], as: admin)
        #expect(try await house.ask(.delete, path, as: admin).status == 409)
        _ = try await house.ask(.patch, "/users/\(other.id)", ["status": "active"], as: admin)
        #expect(try await house.ask(.patch, path, ["roles": ["client"]], as: admin).status == 200)
    }

    @Test("Two admins who demote each other leave one")
    func lastAdminRace() async throws {
        let house = try await House()
        let (one, two) = (try await house.admin("one"), try await house.admin("two"))
        let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
            for (by, whom) in [(one, two), (two, one)] {
                group.addTask {
                    try await house.ask(
                        .patch, "/users/\(whom.id)", ["roles": ["client"]], as: by
                    ).status
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(statuses.count { $0 == 200 } == 1)
        #expect(try house.users.hasAdmin())
    }

    @Test("Its history tells what changed, and nothing of who it is")
    func history() async throws {
        let house = try await House()
        let (admin, ann) = (try await house.admin(), try await house.person("ann"))
        _ = try await house.ask(
            .patch, "/me", ["name": "Secret Name", "email": "new@example.com"], as: ann)
        _ = try await house.ask(.patch, "/users/\(ann.id)", ["status": "suspended"], as: admin)
        let answer = try await house.ask(.get, "/journal?stream=user/\(ann.id)", as: admin)
        guard case .array(let entries)? = answer.json else { throw CancellationError() }
        #expect(
            entries.map { $0["kind"] } == ["user.registered", "user.changed", "user.changed"])
        #expect(entries[1]["data"]?["parts"] == ["email", "name"])
        #expect(entries[2]["data"]?["status"] == "suspended")
        #expect(entries[2]["actor"] == .string(admin.id))
        #expect(!answer.text.contains("Secret"))
        #expect(!answer.text.contains("example.com"))
    }
}
