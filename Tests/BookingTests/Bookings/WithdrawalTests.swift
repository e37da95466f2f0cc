import JSON
import Testing
import Workbench

@testable import Booking

@Suite("Bookings of what changes or ends")
struct WithdrawalTests {
    @Test("Are cancelled with their class, session or event, all in one")
    func occasions() async throws {
        let reception = try await Reception()
        let yoga = try await reception.makeClass()
        let session = try await reception.makeSession()
        let event = try await reception.makeEvent()
        let kept = try await reception.book(["class_id": .string(yoga)], as: reception.vic)
        #expect(try await reception.cancel(kept, as: reception.vic).status == 200)
        let bookings = [
            try await reception.book(["class_id": .string(yoga)]),
            try await reception.book(["session_id": .string(session)]),
            try await reception.book(["event_id": .string(event), "seats": .integer(3)]),
        ]
        let ends: [(HTTPPath, Person)] = [
            ("/classes/\(yoga)/cancel", reception.asha),
            ("/sessions/\(session)/cancel", reception.fay),
            ("/events/\(event)/cancel", reception.admin),
        ]
        for (path, person) in ends {
            #expect(try await reception.house.ask(.post, path, as: person).status == 200)
            #expect(try await reception.house.ask(.post, path, as: person).status == 200)
        }
        for id in bookings {
            #expect(try await reception.state(id) == "cancelled")
            #expect(try reception.entries(id) == ["booking.placed", "booking.cancelled"])
        }
        #expect(try reception.entries(kept) == ["booking.placed", "booking.cancelled"])
        #expect(try await reception.free(event: event) == .integer(10))
        try reception.verify()
    }

    private typealias HTTPPath = String

    @Test("Are cancelled with their service as far as they are to come, and what was stays")
    func services() async throws {
        let reception = try await Reception()
        let service = try await reception.makeService()
        let past = try await reception.book([
            "service_id": .string(service), "start_time": "2026-01-15T09:10:00Z",
        ])
        let next = try await reception.book([
            "service_id": .string(service), "start_time": "2026-02-01T10:00:00Z",
        ])
        reception.house.clock.move(600)
        let path = "/services/\(service)"
        #expect(try await reception.house.ask(.delete, path, as: reception.admin).status == 204)
        #expect(try await reception.state(next) == "cancelled")
        #expect(try await reception.state(past) == "pending")
        #expect(try await reception.see(past)?["service_title"] == "Massage")
        try reception.verify()
    }

    @Test("Give their places back when who has made them leaves for good, and their words are gone")
    func accounts() async throws {
        let reception = try await Reception()
        let yoga = try await reception.makeClass()
        let soon = try await reception.makeSession(at: "2026-01-15T09:05:02Z")
        let next = try await reception.book([
            "class_id": .string(yoga), "client_name": "Una Unique", "notes": "knee hurts",
        ])
        let past = try await reception.book([
            "session_id": .string(soon), "notes": "knee hurts",
        ])
        reception.house.clock.move(400)
        let left = try await reception.house.ask(
            .delete, "/me", ["password": .string(Person.password)], as: reception.una)
        #expect(left.status == 204)
        #expect(try await reception.state(next) == "cancelled")
        #expect(try await reception.state(past) == "confirmed")
        #expect(
            try await reception.house.ask(.get, "/classes/\(yoga)", as: reception.vic)
                .json?["available_slots"] == .integer(10))
        let roster = try await reception.house.ask(
            .get, "/facilitator/sessions/\(soon)/bookings", as: reception.fay)
        #expect(!roster.text.contains("knee"))
        #expect(!roster.text.contains("una"))
        let rows = try reception.house.database.read(within: .seconds(5)) {
            try $0.count("select count(*) from booking_note")
        }
        #expect(rows == 0)
        try reception.verify()
    }

    @Test("Move with their occasion, and keep their times in every list")
    func move() async throws {
        let reception = try await Reception()
        let yoga = try await reception.makeClass()
        let id = try await reception.book(["class_id": .string(yoga)])
        let before = try await reception.house.ask(.get, "/bookings/\(id)", as: reception.una)
        let moved = try await reception.house.ask(
            .patch, "/classes/\(yoga)", ["schedule": "2026-02-05T18:00:00+05:30"],
            as: reception.asha)
        #expect(moved.status == 200)
        let after = try await reception.house.ask(.get, "/bookings/\(id)", as: reception.una)
        #expect(after.json?["start_time"] == "2026-02-05T12:30:00.000Z")
        #expect(after.json?["end_time"] == "2026-02-05T13:30:00.000Z")
        #expect(after.json?["class_date"] == "2026-02-05")
        #expect(after["ETag"] != before["ETag"])
        #expect(
            try await reception.ids("/bookings?from=2026-02-05T00:00:00Z") == [.string(id)])
        try reception.verify()
    }

    @Test("Keep a class from having fewer places than they take, and no more than that")
    func capacity() async throws {
        let reception = try await Reception()
        let yoga = try await reception.makeClass(slots: 10)
        for person in [reception.una, reception.vic, reception.fay] {
            _ = try await reception.book(["class_id": .string(yoga)], as: person)
        }
        let change = { (slots: Int64) in
            reception.house.outcome(
                try await reception.house.ask(
                    .patch, "/classes/\(yoga)", ["slots": .integer(slots)], as: reception.asha))
        }
        #expect(try await change(2) == "409 capacity_below_bookings")
        #expect(try await change(3) == "200")
        #expect(
            try await reception.outcome(
                ofBooking: ["class_id": .string(yoga)], as: reception.admin)
                == "409 fully_booked")
        #expect(try await change(4) == "200")
        #expect(
            try await reception.outcome(
                ofBooking: ["class_id": .string(yoga)], as: reception.admin) == "201")
        try reception.verify()
    }

    @Test("Are in what somebody takes along who asks for all that is held about them")
    func export() async throws {
        let reception = try await Reception()
        let id = try await reception.book([
            "class_id": .string(reception.makeClass()), "notes": "knee hurts",
        ])
        let answer = try await reception.house.ask(.get, "/me/export", as: reception.una)
        guard case .array(let bookings)? = answer.json?["held"]?["bookings"] else {
            throw RawClient.Failure.unexpected(answer.text)
        }
        #expect(bookings.map { $0["id"] } == [.string(id)])
        #expect(bookings.map { $0["notes"] } == ["knee hurts"])
    }
}
