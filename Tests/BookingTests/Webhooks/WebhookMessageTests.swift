import JSON
import Testing
import Workbench

@testable import Booking

@Suite("What webhooks are told")
struct WebhookMessageTests {
    private func message(_ desk: HookDesk, _ type: String) throws -> JSON {
        try #require(try desk.messages.last { $0["type"] == .string(type) }, "\(type)")
    }

    @Test("A booking's steps, as an admin sees it, with the moment of each")
    func bookings() async throws {
        let desk = try await HookDesk()
        let reception = desk.reception
        let (id, _) = try await desk.make(["kinds": ["booking.*"]])
        let yoga = try await reception.makeClass()
        let booking = try await reception.book(["class_id": .string(yoga), "notes": "A mat"])
        try await desk.settle(id)
        let placed = try message(desk, "booking.placed")
        #expect(placed["data"] == (try await reception.see(booking, as: desk.admin)))
        #expect(placed["data"]?["notes"] == "A mat")
        #expect(placed["timestamp"] == "2026-01-15T09:00:02.000Z")
        guard case .object(let members) = placed else { throw CancellationError() }
        #expect(members.map(\.name) == ["type", "timestamp", "data"])

        desk.house.clock.move(60)
        #expect(try await reception.cancel(booking).status == 200)
        try await desk.settle(id)
        let cancelled = try message(desk, "booking.cancelled")
        #expect(cancelled["timestamp"] == "2026-01-15T09:01:02.000Z")
        #expect(cancelled["data"]?["state"] == "cancelled")
        #expect(cancelled["data"] == (try await reception.see(booking, as: desk.admin)))
        #expect(desk.receiver.requests.count == 2)
    }

    @Test("Whatever can be looked up is told as it is looked up")
    func subjects() async throws {
        let desk = try await HookDesk()
        let (house, admin, reception) = (desk.house, desk.admin, desk.reception)
        let (id, _) = try await desk.make()
        let yoga = try await reception.makeClass()
        let session = try await reception.makeSession()
        let talk = try await reception.makeEvent()
        let massage = try await reception.makeService()
        let role = try await house.ask(.post, "/roles", ["name": "desk"], as: admin)
        let ned = try await house.person("ned")
        let profile = try await house.ask(
            .put, "/me/facilitator", ["bio": "Calm"], as: reception.fay)
        #expect(profile.status == 200)
        try await desk.settle(id)
        guard case .string(let roleID)? = role.json?["id"] else { throw CancellationError() }
        for (type, path) in [
            ("class.created", "/classes/\(yoga)"), ("session.created", "/sessions/\(session)"),
            ("event.created", "/events/\(talk)"), ("service.created", "/services/\(massage)"),
            ("role.created", "/roles/\(roleID)"), ("user.registered", "/users/\(ned.id)"),
            ("facilitator.changed", "/facilitators/\(reception.fay.id)"),
        ] {
            let seen = try await house.ask(.get, path, as: admin)
            #expect(seen.status == 200)
            #expect(try message(desk, type)["data"] == seen.json, "\(type)")
        }
        // No token of anybody's is in what is told of them.
        let user = try message(desk, "user.registered")["data"]
        #expect(user?["access_token"] == "" && user?["refresh_token"] == "")
    }

    @Test("Of what is deleted, the id and what is known of it")
    func deletions() async throws {
        let desk = try await HookDesk()
        let (house, admin, reception) = (desk.house, desk.admin, desk.reception)
        let (id, _) = try await desk.make()
        let massage = try await reception.makeService()
        let yoga = try await reception.makeClass()
        let booking = try await reception.book(["class_id": .string(yoga)])
        let role = try await house.ask(.post, "/roles", ["name": "desk"], as: admin)
        guard case .string(let roleID)? = role.json?["id"] else { throw CancellationError() }
        for path in ["/bookings/\(booking)", "/services/\(massage)", "/roles/\(roleID)"] {
            #expect(try await house.ask(.delete, path, as: admin).status == 204)
        }
        #expect(
            try await house.ask(.delete, "/users/\(reception.vic.id)", as: admin).status == 204)
        try await desk.settle(id)
        #expect(
            try message(desk, "booking.deleted")["data"]
                == [
                    "id": .string(booking), "kind": "class",
                    "user_id": .string(reception.una.id), "seats": 1, "class_id": .string(yoga),
                ])
        #expect(try message(desk, "service.deleted")["data"]?["title"] == "Massage")
        #expect(
            try message(desk, "role.deleted")["data"] == ["id": .string(roleID), "name": "desk"])
        #expect(
            try message(desk, "user.erased")["data"] == ["id": .string(reception.vic.id)])
        // What came before its end is told by its end alone.
        let types = try desk.messages.map { $0["type"] }
        #expect(!types.contains("booking.placed") && !types.contains("role.created"))
    }

    @Test("Reviews too, when they are posted and when they go")
    func reviews() async throws {
        let desk = try await HookDesk()
        let (reception, admin) = (desk.reception, desk.admin)
        let (id, _) = try await desk.make(["kinds": ["review.*"]])
        let yoga = try await reception.makeClass()
        let booking = try await reception.book(["class_id": .string(yoga)])
        let done = try await reception.change(
            booking, ["status": "completed"], as: reception.asha)
        #expect(done.status == 200)
        let review = try await desk.house.ask(
            .post, "/reviews",
            ["booking_id": .string(booking), "rating": 5, "comment": "Calm"], as: reception.una)
        guard case .string(let key)? = review.json?["id"] else { throw CancellationError() }
        try await desk.settle(id)
        #expect(try message(desk, "review.posted")["data"] == review.json)
        #expect(try await desk.house.ask(.delete, "/reviews/\(key)", as: admin).status == 204)
        try await desk.settle(id)
        #expect(
            try message(desk, "review.deleted")["data"]
                == [
                    "id": .string(key), "booking_id": .string(booking), "kind": "class",
                    "item_id": .string(yoga),
                ])
    }

    @Test("Only what it asked for, and nothing from before it was made")
    func wanted() async throws {
        let desk = try await HookDesk()
        _ = try await desk.reception.makeClass()
        let (id, _) = try await desk.make(["kinds": ["class.created"]])
        _ = try await desk.reception.makeEvent()
        _ = try await desk.reception.makeClass()
        try await desk.settle(id)
        #expect(try desk.messages.map { $0["type"] } == ["class.created"])
        let changed = try await desk.house.ask(
            .patch, "/webhooks/\(id)", ["kinds": ["event.*"]], as: desk.admin)
        #expect(changed.status == 200)
        _ = try await desk.reception.makeEvent()
        _ = try await desk.reception.makeClass()
        try await desk.settle(id)
        #expect(try desk.messages.map { $0["type"] } == ["class.created", "event.created"])
    }

    @Test("What waits about somebody who leaves for good is told nobody")
    func forgotten() async throws {
        let desk = try await HookDesk()
        let (id, _) = try await desk.make(["kinds": ["user.*"]])
        let ned = try await desk.house.person("ned")
        let webhook = try #require(try desk.webhook(id))
        let lane = Lane(desk.house.webhooks.channel(for: webhook), at: desk.house.notices.desk)
        // It is planned, and not sent yet.
        #expect(try await lane.turn() == .none)
        #expect(try await desk.deliveries(id).count == 1)
        #expect(
            try await desk.house.ask(.delete, "/users/\(ned.id)", as: desk.admin).status == 204)
        try await desk.settle(id)
        #expect(try desk.messages.map { $0["type"] } == ["user.erased"])
        #expect(
            !desk.receiver.requests.contains {
                String(decoding: $0.body, as: UTF8.self).contains("ned@")
            })
    }
}
