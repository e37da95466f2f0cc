import JSON
import Testing
import Workbench

@testable import Booking

@Suite("Facilitators")
struct FacilitatorsTests {
    private func list(_ house: House, _ query: String = "") async throws -> [JSON] {
        let answer = try await house.ask(.get, "/facilitators\(query)")
        guard case .array(let list)? = answer.json else { throw CancellationError() }
        return list
    }

    @Test("Who registers as one has a profile from the start, which everybody may see")
    func registered() async throws {
        let house = try await House()
        let answer = try await house.ask(
            .post, "/auth/register",
            [
                "email": "fay@example.com", "password": .string(Person.password),
                "name": "Fay", "role": "facilitator", "bio": "Breathes", "specialization": "Yoga",
            ])
        let fay = try #require(Person(answer))
        try await house.person("ann")
        let found = try await house.ask(.get, "/facilitators/\(fay.id)")
        #expect(found.json?["name"] == "Fay")
        #expect(found.json?["bio"] == "Breathes")
        #expect(found.json?["specialization"] == "Yoga")
        #expect(!found.text.contains("example.com"))
        #expect(try await list(house).count == 1)
        let own = try await house.ask(.get, "/me/facilitator", as: fay)
        #expect(own.json == found.json)
    }

    @Test("Who becomes one later makes a profile, and changes it")
    func later() async throws {
        let house = try await House()
        let (admin, ann) = (try await house.admin(), try await house.person("ann"))
        #expect(try await house.ask(.put, "/me/facilitator", [:], as: ann).status == 403)
        _ = try await house.ask(
            .patch, "/users/\(ann.id)", ["roles": ["client", "facilitator"]], as: admin)
        let none = try await house.ask(.get, "/me/facilitator", as: ann)
        #expect(house.outcome(none) == "404 facilitator_profile_missing")
        let made = try await house.ask(.put, "/me/facilitator", ["bio": "Sings"], as: ann)
        #expect(made.status == 200)
        #expect(made.json?["bio"] == "Sings")
        let changed = try await house.ask(
            .put, "/me/facilitator", ["bio": .null, "specialization": "Voice"], as: ann)
        #expect(changed.json?["bio"] == .null)
        #expect(changed.json?["specialization"] == "Voice")
        #expect(try await house.ask(.get, "/me", as: ann).json?["specialization"] == "Voice")
        let same = try await house.ask(
            .put, "/me/facilitator", ["specialization": "Voice"], as: ann)
        #expect(same["ETag"] == changed["ETag"])
    }

    @Test("A stale tag changes nothing")
    func preconditions() async throws {
        let house = try await House()
        let fay = try await house.person("fay", role: "facilitator")
        let tag = try #require(try await house.ask(.get, "/me/facilitator", as: fay)["ETag"])
        _ = try await house.ask(.patch, "/me", ["name": "Fay Lee"], as: fay)
        let stale = try await house.ask(
            .put, "/me/facilitator", ["bio": "x"], as: fay, [("If-Match", tag)])
        #expect(house.outcome(stale) == "412 precondition_failed")
    }

    @Test("Who is suspended or erased is not shown")
    func hidden() async throws {
        let house = try await House()
        let admin = try await house.admin()
        let (fay, gil) = (
            try await house.person("fay", role: "facilitator"),
            try await house.person("gil", role: "facilitator")
        )
        _ = try await house.ask(.patch, "/users/\(fay.id)", ["status": "suspended"], as: admin)
        #expect(try await house.ask(.get, "/facilitators/\(fay.id)").status == 404)
        #expect(try await list(house).map { $0["name"] } == ["gil"])
        _ = try await house.ask(.delete, "/users/\(gil.id)", as: admin)
        #expect(try await list(house) == [])
        _ = try await house.ask(.patch, "/users/\(fay.id)", ["status": "active"], as: admin)
        #expect(try await list(house).map { $0["name"] } == ["fay"])
        try house.database.read(within: .seconds(10)) { reader in
            _ = try Verification(Chapters(Features.chapters)).run(on: reader)
        }
    }

    @Test("The list comes in pages")
    func pages() async throws {
        let house = try await House()
        for name in ["fay", "gil", "hal"] {
            house.clock.move(1)
            try await house.person(name, role: "facilitator")
        }
        let page = try await house.ask(.get, "/facilitators?limit=2&page=2&envelope=true")
        #expect(page.json?["total"] == 3)
        #expect(page["X-Total-Count"] == "3")
        guard case .array(let items)? = page.json?["items"] else { throw CancellationError() }
        #expect(items.map { $0["name"] } == ["hal"])
    }

    @Test("Its history tells that it changed, and not to what")
    func history() async throws {
        let house = try await House()
        let (admin, fay) = (
            try await house.admin(), try await house.person("fay", role: "facilitator")
        )
        _ = try await house.ask(.put, "/me/facilitator", ["bio": "Secret"], as: fay)
        let answer = try await house.ask(.get, "/journal?stream=facilitator/\(fay.id)", as: admin)
        guard case .array(let entries)? = answer.json else { throw CancellationError() }
        #expect(entries.map { $0["kind"] } == ["facilitator.changed", "facilitator.changed"])
        #expect(!answer.text.contains("Secret"))
    }

    @Test("Those who are brought in from another system have their profiles too")
    func imported() async throws {
        let house = try await House()
        let path = "\(house.folder.path)/people.csv"
        try house.folder.write(
            "email,name,role,bio\nfay@example.com,Fay,facilitator,Breathes", to: "people.csv")
        let users = UserImport(
            journal: house.journal, admit: Facilitators.admission(house.journal))
        let now = house.clock.clock.now
        let report = try house.database.read(within: .seconds(5)) { reader in
            try users.check(path, at: now, reader) { _ in }
        }
        _ = try await house.database.write { tx in
            try users.run(path, report, hashes: [:], in: tx) { _ in }
        }
        #expect(try await list(house).map { $0["bio"] } == ["Breathes"])
    }
}
