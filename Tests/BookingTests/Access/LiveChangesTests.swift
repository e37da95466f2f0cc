import JSON
import Testing
import Workbench

@testable import Booking

/// Changes bite on tokens that were issued before.
@Suite("A token that was issued before")
struct LiveChangesTests {
    @Test(
        "It ends with a suspension or a ban, in memory and in the database",
        arguments: [
            "suspended", "banned",
        ])
    func blocked(status: String) async throws {
        let house = try await House()
        let (admin, ann) = (try await house.admin(), try await house.person("ann"))
        _ = try await house.ask(
            .patch, "/users/\(ann.id)", ["status": .string(status)], as: admin)
        #expect(house.outcome(try await house.ask(.get, "/me", as: ann)) == "401 invalid_token")
        var options = House.Options()
        options.folder = house.folder
        house.database.close()
        let restarted = try await House(options)
        #expect(
            restarted.outcome(try await restarted.ask(.get, "/me", as: ann))
                == "401 invalid_token")
    }

    @Test("It has the new roles at once, and loses the old ones")
    func roles() async throws {
        let house = try await House()
        let (admin, ann) = (try await house.admin(), try await house.person("ann"))
        #expect(try await house.ask(.get, "/users", as: ann).status == 403)
        let path = "/users/\(ann.id)"
        _ = try await house.ask(.patch, path, ["roles": ["client", "admin"]], as: admin)
        #expect(try await house.ask(.get, "/users", as: ann).status == 200)
        _ = try await house.ask(.patch, path, ["roles": ["client"]], as: admin)
        #expect(try await house.ask(.get, "/users", as: ann).status == 403)
    }

    @Test("It gains and loses what its role gains and loses")
    func permissions() async throws {
        let house = try await House()
        let admin = try await house.admin()
        let made = try await house.ask(
            .post, "/roles", ["name": "clerk", "permissions": []], as: admin)
        guard case .string(let role)? = made.json?["id"] else { throw CancellationError() }
        let ann = try await house.person("ann")
        _ = try await house.ask(.patch, "/users/\(ann.id)", ["roles": ["clerk"]], as: admin)
        house.clock.move(2)
        let clerk = try await house.signIn("ann")
        #expect(try await house.ask(.get, "/users", as: clerk).status == 403)
        for (permissions, status) in [(["users:read"], 200), ([], 403)] as [([String], Int)] {
            let body: JSON = ["permissions": .array(permissions.map(JSON.string))]
            #expect(try await house.ask(.patch, "/roles/\(role)", body, as: admin).status == 200)
            #expect(try await house.ask(.get, "/users", as: clerk).status == status)
        }
        _ = try await house.ask(
            .patch, "/roles/\(role)", ["permissions": ["users:read"]], as: admin)
        _ = try await house.ask(.patch, "/roles/\(role)", ["name": "scribe"], as: admin)
        #expect(try await house.ask(.get, "/users", as: clerk).status == 200)
        _ = try await house.ask(.patch, "/roles/\(role)", ["status": "inactive"], as: admin)
        #expect(try await house.ask(.get, "/users", as: clerk).status == 403)
    }

    @Test("It ends with a change of the password, on all devices but that one")
    func password() async throws {
        let house = try await House()
        let (here, there) = (try await house.person("ann"), try await house.signIn("ann"))
        let body: JSON = [
            "old_password": .string(Person.password), "new_password": "another battery",
        ]
        #expect(try await house.ask(.put, "/users/me/password", body, as: here).status == 200)
        #expect(try await house.ask(.get, "/me", as: here).status == 200)
        #expect(try await house.ask(.get, "/me", as: there).status == 401)
        #expect(try await house.trySignIn("ann").status == 401)
        #expect(try await house.trySignIn("ann", "another battery").status == 200)
    }

    @Test("It ends with the device that its owner signs out")
    func device() async throws {
        let house = try await House()
        let (here, there) = (try await house.person("ann"), try await house.signIn("ann"))
        guard case .array(let list)? = try await house.ask(.get, "/me/sign-ins", as: here).json,
            case .string(let id)? = list.first(where: { $0["current"] == false })?["id"]
        else { throw CancellationError() }
        #expect(list.count == 2)
        let ben = try await house.person("ben")
        #expect(try await house.ask(.delete, "/me/sign-ins/\(id)", as: ben).status == 404)
        #expect(try await house.ask(.delete, "/me/sign-ins/\(id)", as: here).status == 204)
        #expect(try await house.ask(.get, "/me", as: there).status == 401)
        #expect(try await house.ask(.delete, "/me/sign-ins/\(id)", as: here).status == 404)
    }

    @Test("It ends with its account")
    func erased() async throws {
        let house = try await House()
        let (admin, ann) = (try await house.admin(), try await house.person("ann"))
        #expect(try await house.ask(.delete, "/users/\(ann.id)", as: admin).status == 204)
        #expect(try await house.ask(.get, "/me", as: ann).status == 401)
        #expect(try await house.ask(.get, "/users/\(ann.id)", as: admin).status == 404)
    }

    @Test("It ends with its time")
    func time() async throws {
        let house = try await House()
        let ann = try await house.person("ann")
        house.clock.move(1_799)
        #expect(try await house.ask(.get, "/me", as: ann).status == 200)
        house.clock.move(1)
        #expect(house.outcome(try await house.ask(.get, "/me", as: ann)) == "401 invalid_token")
    }

    @Test("It outlives a restart, and what was ended before stays ended")
    func restart() async throws {
        let house = try await House()
        let (ann, ben) = (try await house.person("ann"), try await house.person("ben"))
        #expect(try await house.ask(.post, "/auth/logout", as: ben).status == 200)
        house.database.close()
        var options = House.Options()
        options.folder = house.folder
        let restarted = try await House(options)
        #expect(try await restarted.ask(.get, "/me", as: ann).status == 200)
        #expect(try await restarted.ask(.get, "/me", as: ben).status == 401)
    }

    @Test("Where memory was too small for what changed, the database knows it")
    func smallMemory() async throws {
        var options = House.Options()
        options.capacityOfAccess = 4
        let house = try await House(options)
        var people: [Person] = []
        for name in ["ann", "ben", "cleo", "dan", "eve", "fay"] {
            people.append(try await house.person(name))
        }
        for person in people.dropLast() {
            #expect(try await house.ask(.post, "/auth/logout", as: person).status == 200)
        }
        for person in people.dropLast() {
            #expect(try await house.ask(.get, "/me", as: person).status == 401)
        }
        #expect(try await house.ask(.get, "/me", as: people[5]).status == 200)
    }

    @Test(
        "Other ways to authorize are refused as no token",
        arguments: [
            "Basic YTpi", "Bearer", "Bearer ", "Token abc", "Bearer a b", "",
        ])
    func schemes(field: String) async throws {
        let house = try await House()
        let answer = try await house.ask(.get, "/me", nil, [("Authorization", field)])
        #expect(answer.status == 401)
        #expect(answer["WWW-Authenticate"]?.hasPrefix("Bearer") == true)
    }
}
