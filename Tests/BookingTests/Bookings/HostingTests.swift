import JSON
import Testing
import Workbench

@testable import Booking

@Suite("Those who lead")
struct HostingTests {
    private func list(
        _ reception: Reception, _ path: String, as person: Person
    ) async throws -> [JSON] {
        let answer = try await reception.house.ask(.get, path, as: person)
        guard case .array(let list)? = answer.json else {
            throw RawClient.Failure.unexpected(answer.text)
        }
        return list
    }

    @Test("See who comes to their class, the first in front; others don't")
    func classRoster() async throws {
        let reception = try await Reception()
        let yoga = try await reception.makeClass()
        let first = try await reception.book(["class_id": .string(yoga)], as: reception.vic)
        let second = try await reception.book(["class_id": .string(yoga)])
        let path = "/classes/\(yoga)/bookings"
        for person in [reception.asha, reception.admin] {
            let roster = try await list(reception, path, as: person)
            #expect(roster.map { $0["id"] } == [.string(first), .string(second)])
            #expect(
                roster.first?["user"] == [
                    "id": .string(reception.vic.id), "name": "vic",
                    "email": "vic@example.com",
                ])
        }
        let refused = try await reception.house.ask(.get, path, as: reception.una)
        #expect(reception.house.outcome(refused) == "403 not_yours")
        let session = try await reception.makeSession()
        let other = try await reception.house.ask(
            .get, "/classes/\(session)/bookings", as: reception.admin)
        #expect(other.status == 404)
        #expect(
            try await list(reception, "\(path)?limit=1&page=2", as: reception.asha)
                .map { $0["id"] } == [.string(second)])
    }

    @Test("See the bookings of their sessions with who comes, the newest in front")
    func hosted() async throws {
        let reception = try await Reception()
        let one = try await reception.makeSession()
        let other = try await reception.makeSession(at: "2026-02-02T10:00:00Z")
        let first = try await reception.book(
            ["session_id": .string(one), "notes": "User notes"], as: reception.vic)
        let second = try await reception.book(["session_id": .string(other)])
        #expect(try await reception.cancel(first, as: reception.vic).status == 200)
        let all = try await list(reception, "/facilitator/bookings", as: reception.fay)
        #expect(all.map { $0["id"] } == [.string(second), .string(first)])
        #expect(all.last?["booking_status"] == "cancelled")
        #expect(all.last?["notes"] == "User notes")
        #expect(all.last?["user"]?["email"] == "vic@example.com")
        #expect(all.last?["session"]?["title"] == "Meditation")
        let path = "/facilitator/sessions/\(one)/bookings"
        #expect(
            try await list(reception, path, as: reception.fay).map { $0["id"] }
                == [.string(first)])
        let stranger = try await reception.house.person("gil", role: "facilitator")
        let refused = try await reception.house.ask(.get, path, as: stranger)
        #expect(reception.house.outcome(refused) == "403 not_yours")
        #expect(try await list(reception, "/facilitator/bookings", as: stranger) == [])
    }

    @Test("See the sums: what was cancelled earned nothing, and what a place cost then counts")
    func dashboard() async throws {
        let reception = try await Reception()
        let session = try await reception.makeSession(price: 25)
        let gone = try await reception.makeSession(at: "2026-02-02T10:00:00Z")
        let soon = try await reception.makeSession(at: "2026-01-15T09:10:02Z", price: 100)
        let vic = try await reception.book(["session_id": .string(session)], as: reception.vic)
        _ = try await reception.book(["session_id": .string(session)])
        _ = try await reception.book(["session_id": .string(soon)])
        let lost = try await reception.book(["session_id": .string(gone)])
        _ = try await reception.house.ask(.post, "/sessions/\(gone)/cancel", as: reception.fay)
        #expect(try await reception.state(lost) == "cancelled")
        let dearer = try await reception.house.ask(
            .patch, "/sessions/\(session)", ["price": .integer(90)], as: reception.fay)
        #expect(dearer.status == 200)
        let done = try await reception.change(vic, ["status": "completed"], as: reception.fay)
        #expect(done.status == 200)
        reception.house.clock.move(700)

        let answer = try await reception.house.ask(
            .get, "/facilitator/dashboard", as: reception.fay)
        let metrics = try #require(answer.json?["metrics"])
        #expect(metrics["total_sessions"] == .integer(3))
        #expect(metrics["active_sessions"] == .integer(2))
        #expect(metrics["upcoming_sessions"] == .integer(1))
        #expect(metrics["total_bookings"] == .integer(3))
        #expect(answer.text.contains("\"total_revenue\":150.0,"), "\(answer.text)")
        guard case .array(let recent)? = answer.json?["recent_bookings"] else {
            throw CancellationError()
        }
        #expect(recent.count == 4)
        #expect(recent.first?["status"] == "cancelled")
        #expect(recent.last?["user"]?["name"] == "vic")
        #expect(recent.last?["session"]?["start_time"] == "2026-02-01T10:00:00.000Z")
    }

    @Test("Need a facilitator's profile for what is theirs")
    func profile() async throws {
        let reception = try await Reception()
        for path in ["/facilitator/dashboard", "/facilitator/bookings"] {
            let boss = try await reception.house.ask(.get, path, as: reception.admin)
            #expect(reception.house.outcome(boss) == "404 facilitator_profile_missing")
            let una = try await reception.house.ask(.get, path, as: reception.una)
            #expect(reception.house.outcome(una) == "403 permission_missing")
        }
    }
}
