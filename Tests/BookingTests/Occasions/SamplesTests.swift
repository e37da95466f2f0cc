import JSON
import Testing
import Workbench

@testable import Booking

@Suite("The samples of a new server")
struct SamplesTests {
    private func samples(_ house: House) throws -> Samples {
        let zones = ZoneTable()
        return Samples(
            database: house.database, journal: house.journal, users: house.users,
            clock: WallClock(zones, usual: try zones.zone(named: "Asia/Kolkata")),
            currency: "USD")
    }

    @Test("Are one of each thing, led by somebody who can sign in with a password that all know")
    func planted() async throws {
        let house = try await House()
        #expect(try await samples(house).plant())
        let john = try await house.signIn("facilitator", Samples.password)
        let sessions = try await house.ask(.get, "/sessions", as: john)
        guard case .array(let list)? = sessions.json else { throw CancellationError() }
        #expect(list.map { $0["title"] } == ["Morning Meditation", "Weekend Retreat"])
        #expect(list.first?["facilitator"] == "John Doe")
        #expect(try list.first?["price"] == JSON.parse("25.0"))
        #expect(list.first?["capacity"] == 10)
        #expect(list.first?["start_time"] == "2026-01-16T03:30:00.000Z")
        #expect(list.last?["session_type"] == "retreat")
        #expect(list.last?["end_time"] == "2026-01-24T03:30:00.000Z")
        for path in ["/classes?envelope=true", "/events?envelope=true", "/services?envelope=true"] {
            #expect(try await house.ask(.get, path, as: john).json?["total"] == 1, "\(path)")
        }
        let profile = try await house.ask(.get, "/facilitators/\(john.id)")
        #expect(profile.json?["specialization"] == "Mindfulness & Wellness")
        let admin = try await house.signIn("admin", Samples.password)
        #expect(try await house.ask(.get, "/users", as: admin).status == 200)
        try house.database.read(within: .seconds(10)) { reader in
            _ = try Verification(Chapters(Features.chapters)).run(on: reader)
        }
    }

    @Test("Are planted once")
    func once() async throws {
        let house = try await House()
        #expect(try await samples(house).plant())
        #expect(try await !samples(house).plant())
        #expect(try await house.ask(.get, "/events?envelope=true").json?["total"] == 1)
    }

    @Test("Are not planted where somebody has been, but beside the first admin")
    func used() async throws {
        let used = try await House()
        _ = try await used.person("ann")
        #expect(try await !samples(used).plant())

        let house = try await House()
        _ = try await house.admin("boss")
        #expect(try await samples(house).plant())
        let second = try await house.trySignIn("admin", Samples.password)
        #expect(second.status == 401)
    }
}
