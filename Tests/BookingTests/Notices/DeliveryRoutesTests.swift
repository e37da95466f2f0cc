import JSON
import Testing
import Workbench

@testable import Booking

@Suite("Deliveries, as admins see them")
struct DeliveryRoutesTests {
    @Test(
        "They are listed by state, channel and booking, shown with their attempts, and tried again")
    func desk() async throws {
        let telegraph = try await Telegraph()
        let house = telegraph.house
        let admin = try await house.admin()
        let lane = try await telegraph.lane()
        let id = "0190a5b0-7c1d-7e2f-8a3b-4c5d6e7f8091"
        let channel = telegraph.channel(lane: "test") { entry, _, _ in
            Plans([Plan(entry.kind, to: "crm", bookingID: id)])
        }
        _ = lane
        telegraph.usual.withLock { $0 = .refused("422 no", Reply(422, Array("bad".utf8))) }
        try await telegraph.happen("booking.placed", "booking/\(id)")
        let other = Lane(channel, at: house.notices.desk)
        try await telegraph.settle(other)

        let list = try await house.ask(.get, "/deliveries?state=dead&channel=test", as: admin)
        #expect(list.status == 200)
        #expect(list["X-Total-Count"] == "1")
        guard case .array(let items)? = list.json else { throw CancellationError() }
        let delivery = try #require(items.first)
        #expect(delivery["state"] == "dead" && delivery["attempts"] == 1)
        #expect(delivery["last_error"] == "422 no" && delivery["booking_id"] == .string(id))
        #expect(delivery["next_attempt_at"] == .null)
        #expect(
            try await house.ask(.get, "/deliveries?state=pending", as: admin).json == .array([]))
        #expect(
            try await house.ask(.get, "/deliveries?booking_id=\(id)", as: admin).json
                == .array([delivery]))

        guard case .string(let key)? = delivery["id"] else { throw CancellationError() }
        let shown = try await house.ask(.get, "/deliveries/\(key)", as: admin)
        guard case .array(let log)? = shown.json?["log"] else { throw CancellationError() }
        #expect(log.map { $0["status"] } == [422])
        #expect(log.map { $0["answer"] } == ["bad"])

        let again = try await house.ask(.post, "/deliveries/\(key)/retry", as: admin)
        #expect(again.status == 200 && again.json?["state"] == "pending")
        telegraph.usual.withLock { $0 = .delivered() }
        try await telegraph.settle(other)
        let twice = try await house.ask(.post, "/deliveries/\(key)/retry", as: admin)
        #expect(twice.status == 409 && twice.json?["code"] == "already_delivered")
    }

    @Test("Only who manages webhooks sees them")
    func access() async throws {
        let house = try await House()
        let (admin, ann) = (try await house.admin(), try await house.person("ann"))
        let unknown = "0190a5b0-7c1d-7e2f-8a3b-4c5d6e7f8091"
        for path in ["/deliveries", "/deliveries/\(unknown)"] {
            #expect(try await house.ask(.get, path).status == 401)
            #expect(try await house.ask(.get, path, as: ann).status == 403)
        }
        #expect(try await house.ask(.get, "/deliveries/\(unknown)", as: admin).status == 404)
        #expect(
            try await house.ask(.post, "/deliveries/\(unknown)/retry", as: admin).status == 404)
        #expect(try await house.ask(.get, "/deliveries?state=lost", as: admin).status == 422)
    }
}
