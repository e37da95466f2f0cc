import JSON
import Testing
import Workbench

@testable import Booking

@Suite("The list of accounts")
struct UserListTests {
    private func names(_ house: House, _ query: String, as admin: Person) async throws -> [JSON] {
        let answer = try await house.ask(.get, "/users?\(query)", as: admin)
        guard case .array(let users)? = answer.json else { throw CancellationError() }
        #expect(answer["X-Total-Count"] == String(users.count) || query.contains("limit"))
        return users.compactMap { $0["username"] }
    }

    private func house() async throws -> (House, Person) {
        let house = try await House()
        let admin = try await house.admin()
        for name in ["ann", "ben", "cleo"] {
            house.clock.move(1)
            try await house.person(name, role: name == "cleo" ? "facilitator" : nil)
        }
        return (house, admin)
    }

    @Test("Comes in the order of registration, in pages, with the whole count")
    func pages() async throws {
        let (house, admin) = try await house()
        #expect(try await names(house, "", as: admin) == ["boss", "ann", "ben", "cleo"])
        let page = try await house.ask(.get, "/users?limit=2&page=2&envelope=true", as: admin)
        #expect(page.json?["total"] == 4)
        #expect(page.json?["total_pages"] == 2)
        #expect(page["X-Total-Count"] == "4")
        guard case .array(let items)? = page.json?["items"] else { throw CancellationError() }
        #expect(items.map { $0["username"] } == ["ben", "cleo"])
        #expect(items.allSatisfy { $0["access_token"] == "" })
        let past = try await house.ask(.get, "/users?page=9", as: admin)
        #expect(past.json == [])
        #expect(past["X-Total-Count"] == "4")
    }

    @Test("Finds the beginnings of words in names, usernames and addresses")
    func search() async throws {
        let (house, admin) = try await house()
        let ann = try await house.signIn("ann")
        _ = try await house.ask(
            .patch, "/me", ["name": "Ännchen O'Neil-Größe"], as: ann)
        for query in ["q=ÄNN", "q=neil", "q=ann%20EX", "q=gr%C3%B6", "q=ann@example.com"] {
            #expect(
                try await names(house, query.replacing("Ä", with: "%C3%84"), as: admin) == ["ann"])
        }
        #expect(try await names(house, "q=nn", as: admin) == [])
        #expect(try await names(house, "q=ann%20ben", as: admin) == [])
        #expect(try await names(house, "q=%25", as: admin).count == 4)
        #expect(try await names(house, "q=example", as: admin).count == 4)
    }

    @Test("Is filtered by role and by status")
    func filters() async throws {
        let (house, admin) = try await house()
        #expect(try await names(house, "role=facilitator", as: admin) == ["cleo"])
        #expect(try await names(house, "role=user", as: admin) == ["ann", "ben"])
        #expect(try await names(house, "role=nothing", as: admin) == [])
        let ben = try await house.signIn("ben")
        _ = try await house.ask(.patch, "/users/\(ben.id)", ["status": "banned"], as: admin)
        #expect(try await names(house, "status=banned", as: admin) == ["ben"])
        #expect(try await names(house, "status=active&q=ben", as: admin) == [])
        for query in ["status=erased", "limit=101", "limit=0", "page=0", "limit=x"] {
            #expect(try await house.ask(.get, "/users?\(query)", as: admin).status == 422)
        }
    }

    @Test("Nobody is in it who was erased")
    func erased() async throws {
        let (house, admin) = try await house()
        let ben = try await house.signIn("ben")
        #expect(try await house.ask(.delete, "/users/\(ben.id)", as: ben).status == 204)
        #expect(try await names(house, "", as: admin) == ["boss", "ann", "cleo"])
    }
}
