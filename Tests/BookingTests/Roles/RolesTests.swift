import JSON
import Testing
import Workbench

@testable import Booking

@Suite("Roles")
struct RolesTests {
    private func make(
        _ house: House, _ name: String, _ permissions: [String] = [], as admin: Person
    ) async throws -> String {
        let body: JSON = [
            "name": .string(name), "permissions": .array(permissions.map(JSON.string)),
        ]
        let answer = try await house.ask(.post, "/roles", body, as: admin)
        guard case .string(let id)? = answer.json?["id"] else { throw CancellationError() }
        return id
    }

    @Test("A server has five from the start, and has them once")
    func builtIn() async throws {
        let house = try await House()
        try await house.roles.prepare()
        let ann = try await house.person("ann")
        let answer = try await house.ask(.get, "/roles", as: ann)
        guard case .array(let roles)? = answer.json else { throw CancellationError() }
        #expect(
            roles.map { $0["name"] } == ["admin", "client", "facilitator", "instructor", "public"])
        #expect(answer["X-Total-Count"] == "5")
        #expect(roles.allSatisfy { $0["built_in"] == true && $0["status"] == "active" })
        #expect(roles[3]["permissions"] == roles[1]["permissions"])
        #expect(roles[4]["permissions"] == [])
    }

    @Test("An admin makes one: its name is trimmed and in lower case, and everybody may look")
    func making() async throws {
        let house = try await House()
        let (admin, ann) = (try await house.admin(), try await house.person("ann"))
        let body: JSON = [
            "name": "  Front Desk ", "description": "Answers the phone",
            "permissions": ["users:read", "bookings:read_all", "users:read"],
        ]
        let answer = try await house.ask(.post, "/roles", body, as: admin)
        #expect(answer.status == 201)
        #expect(answer.json?["name"] == "front desk")
        #expect(answer.json?["permissions"] == ["users:read", "bookings:read_all"])
        #expect(answer.json?["built_in"] == false)
        #expect(answer.json?["createdAt"] == answer.json?["updatedAt"])
        guard case .string(let id)? = answer.json?["id"] else { throw CancellationError() }
        #expect(try await house.ask(.get, "/roles/\(id)", as: ann).json == answer.json)
        #expect(try await house.ask(.get, "/roles/\(id)").status == 401)
    }

    @Test("Only who writes roles writes them")
    func forbidden() async throws {
        let house = try await House()
        let ann = try await house.person("ann")
        let id = BuiltInRole.client.id
        #expect(try await house.ask(.post, "/roles", ["name": "x"], as: ann).status == 403)
        #expect(try await house.ask(.patch, "/roles/\(id)", [:], as: ann).status == 403)
        #expect(try await house.ask(.delete, "/roles/\(id)", as: ann).status == 403)
    }

    @Test("A name that is taken is told, whatever its case")
    func taken() async throws {
        let house = try await House()
        let admin = try await house.admin()
        let answer = try await house.ask(.post, "/roles", ["name": " CLIENT"], as: admin)
        #expect(house.outcome(answer) == "409 role_exists")
        let id = try await make(house, "clerk", as: admin)
        let renamed = try await house.ask(.patch, "/roles/\(id)", ["name": "admin"], as: admin)
        #expect(house.outcome(renamed) == "409 role_exists")
    }

    @Test(
        "Bad names and permissions that don't exist are faults",
        arguments: [
            ["name": ""], ["name": "   "], ["name": .string(String(repeating: "x", count: 65))],
            ["name": "a,b"], ["name": "x", "permissions": ["fly"]], ["name": 5], [:],
            ["name": "x", "status": "gone"],
        ] as [JSON])
    func faults(body: JSON) async throws {
        let house = try await House()
        #expect(
            try await house.ask(.post, "/roles", body, as: try await house.admin()).status == 422)
    }

    @Test("A change leaves what it doesn't name, and nothing at all changes nothing")
    func changing() async throws {
        let house = try await House()
        let admin = try await house.admin()
        let id = try await make(house, "clerk", ["users:read"], as: admin)
        house.clock.move(5)
        let answer = try await house.ask(
            .patch, "/roles/\(id)", ["description": "Writes"], as: admin)
        #expect(answer.json?["description"] == "Writes")
        #expect(answer.json?["permissions"] == ["users:read"])
        #expect(answer.json?["updatedAt"] != answer.json?["createdAt"])
        let same = try await house.ask(.patch, "/roles/\(id)", [:], as: admin)
        #expect(same["ETag"] == answer["ETag"])
    }

    @Test("A stale tag changes nothing")
    func preconditions() async throws {
        let house = try await House()
        let admin = try await house.admin()
        let id = try await make(house, "clerk", as: admin)
        let tag = try #require(try await house.ask(.get, "/roles/\(id)", as: admin)["ETag"])
        let body: JSON = ["description": "Writes"]
        let first = try await house.ask(
            .patch, "/roles/\(id)", body, as: admin, [("If-Match", tag)])
        #expect(first.status == 200)
        let second = try await house.ask(
            .delete, "/roles/\(id)", nil, as: admin, [("If-Match", tag)])
        #expect(house.outcome(second) == "412 precondition_failed")
    }

    @Test("Built-in ones are not renamed, switched off or deleted, but described and widened")
    func builtInStays() async throws {
        let house = try await House()
        let admin = try await house.admin()
        let path = "/roles/\(BuiltInRole.client.id)"
        for body in [["name": "guest"], ["status": "inactive"]] as [JSON] {
            let answer = try await house.ask(.patch, path, body, as: admin)
            #expect(house.outcome(answer) == "409 built_in_role")
        }
        let deleted = try await house.ask(.delete, path, as: admin)
        #expect(house.outcome(deleted) == "409 built_in_role")
        let body: JSON = ["description": "Comes often", "permissions": ["events:book"]]
        #expect(try await house.ask(.patch, path, body, as: admin).status == 200)
    }

    @Test("Admins keep what they need to give themselves the rest")
    func key() async throws {
        let house = try await House()
        let answer = try await house.ask(
            .patch, "/roles/\(BuiltInRole.admin.id)", ["permissions": ["users:read"]],
            as: try await house.admin())
        #expect(house.outcome(answer) == "409 built_in_role")
    }

    @Test("One that somebody has is not deleted, one that nobody has is gone")
    func deleting() async throws {
        let house = try await House()
        let (admin, ann) = (try await house.admin(), try await house.person("ann"))
        let id = try await make(house, "clerk", as: admin)
        _ = try await house.ask(.patch, "/users/\(ann.id)", ["roles": ["clerk"]], as: admin)
        let held = try await house.ask(.delete, "/roles/\(id)", as: admin)
        #expect(house.outcome(held) == "409 role_in_use")
        _ = try await house.ask(.patch, "/users/\(ann.id)", ["roles": []], as: admin)
        #expect(try await house.ask(.delete, "/roles/\(id)", as: admin).status == 204)
        #expect(try await house.ask(.get, "/roles/\(id)", as: admin).status == 404)
        #expect(try await house.ask(.delete, "/roles/\(id)", as: admin).status == 404)
    }

    @Test("The list is filtered by status, and comes in pages")
    func listing() async throws {
        let house = try await House()
        let admin = try await house.admin()
        _ = try await house.ask(.post, "/roles", ["name": "old", "status": "inactive"], as: admin)
        let inactive = try await house.ask(.get, "/roles?status=inactive", as: admin)
        #expect(inactive["X-Total-Count"] == "1")
        let page = try await house.ask(.get, "/roles?page=2&limit=4&status=active", as: admin)
        #expect(page["X-Total-Count"] == "5")
        guard case .array(let roles)? = page.json else { throw CancellationError() }
        #expect(roles.map { $0["name"] } == ["public"])
        let path = "/api/v1/roles?limit=4&status=active&page="
        #expect(
            page["Link"] == "<\(path)1>; rel=\"first\", <\(path)1>; rel=\"prev\", "
                + "<\(path)2>; rel=\"last\"")
        #expect(try await house.ask(.get, "/roles?page=0", as: admin).status == 422)
        let past = try await house.ask(.get, "/roles?page=9", as: admin)
        #expect(past.json == [])
        #expect(past["X-Total-Count"] == "6")
    }
}
