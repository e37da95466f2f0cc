import JSON
import Testing
import Workbench

@testable import Booking

@Suite("A place")
struct PlaceTests {
    @Test("Of a class is booked at both doors, in the shape that its clients know")
    func classAnswer() async throws {
        let reception = try await Reception()
        let yoga = try await reception.makeClass(at: "2026-02-01T10:00:00+05:30")
        let answer = try await reception.house.ask(
            .post, "/book",
            [
                "class_id": .string(yoga), "client_name": "Vaibhav",
                "client_email": "vaibhav@gmail.com",
            ], as: reception.una)
        #expect(answer.status == 201)
        let json = try #require(answer.json)
        #expect(json["class_id"] == .string(yoga))
        #expect(json["class_name"] == "Yoga")
        #expect(json["class_date"] == "2026-02-01")
        #expect(json["class_time"] == "10:00:00")
        #expect(json["timezone"] == "Asia/Kolkata")
        #expect(json["client_name"] == "Vaibhav")
        #expect(json["client_email"] == "vaibhav@gmail.com")
        #expect(json["status"] == "active")
        #expect(json["state"] == "confirmed")
        #expect(json["message"] == nil)

        let other = try await reception.tryBook(["class_id": .string(yoga)], as: reception.vic)
        #expect(other.json?["client_name"] == "vic")
        #expect(other.json?["client_email"] == "vic@example.com")
        #expect(try await reception.free(class: yoga) == .integer(8))
        try reception.verify()
    }

    @Test("Of a class can't be had twice by one, nor by more than there are places")
    func classConflicts() async throws {
        let reception = try await Reception()
        let yoga: JSON = ["class_id": .string(try await reception.makeClass(slots: 1))]
        #expect(try await reception.outcome(ofBooking: yoga) == "201")
        #expect(try await reception.outcome(ofBooking: yoga) == "409 already_booked")
        #expect(
            try await reception.outcome(ofBooking: yoga, as: reception.vic) == "409 fully_booked")
    }

    @Test("Of a class is booked up to half an hour before it begins, and not a moment later")
    func cutoff() async throws {
        let reception = try await Reception()
        let open: JSON = [
            "class_id": .string(try await reception.makeClass(at: "2026-01-15T09:30:03Z"))
        ]
        let closed: JSON = [
            "class_id": .string(try await reception.makeClass(at: "2026-01-15T09:30:02Z"))
        ]
        #expect(try await reception.outcome(ofBooking: open) == "201")
        #expect(try await reception.outcome(ofBooking: closed) == "400 booking_closed")
        reception.house.clock.move(1)
        #expect(
            try await reception.outcome(ofBooking: open, as: reception.vic)
                == "400 booking_closed")
    }

    @Test("Of a class that is cancelled or unknown isn't there")
    func cancelledClass() async throws {
        let reception = try await Reception()
        let yoga = try await reception.makeClass()
        let path = "/classes/\(yoga)/cancel"
        #expect(try await reception.house.ask(.post, path, as: reception.asha).status == 200)
        #expect(
            try await reception.outcome(ofBooking: ["class_id": .string(yoga)]) == "404 not_found")
        let session = try await reception.makeSession()
        #expect(
            try await reception.outcome(ofBooking: ["class_id": .string(session)])
                == "404 not_found")
    }

    @Test("Of a session is answered with a message, and with the session")
    func sessionAnswer() async throws {
        let reception = try await Reception()
        let session = try await reception.makeSession()
        let answer = try await reception.tryBook(
            ["session_id": .string(session), "notes": "Optional booking notes"])
        #expect(answer.status == 201)
        let json = try #require(answer.json)
        #expect(json["message"] == "Booking created successfully")
        #expect(json["booking_id"] == json["id"])
        #expect(json["booking_status"] == "confirmed")
        #expect(json["notes"] == "Optional booking notes")
        #expect(
            json["session"] == [
                "id": .string(session), "title": "Meditation",
                "start_time": "2026-02-01T10:00:00.000Z",
                "end_time": "2026-02-01T11:00:00.000Z", "facilitator": "fay",
            ])
        #expect(try await reception.free(session: session) == .integer(9))
    }

    @Test("Of a session is refused with the status that its clients know")
    func sessionConflicts() async throws {
        let reception = try await Reception()
        let id = try await reception.makeSession(seats: 1)
        let session: JSON = ["session_id": .string(id)]
        #expect(try await reception.outcome(ofBooking: session) == "201")
        #expect(try await reception.outcome(ofBooking: session) == "400 already_booked")
        #expect(
            try await reception.outcome(ofBooking: session, as: reception.vic)
                == "400 fully_booked")
        _ = try await reception.house.ask(.post, "/sessions/\(id)/cancel", as: reception.fay)
        #expect(
            try await reception.outcome(ofBooking: session, as: reception.vic)
                == "400 not_available")
        let soon: JSON = [
            "session_id": .string(try await reception.makeSession(at: "2026-01-15T09:05:02Z"))
        ]
        reception.house.clock.move(300)
        #expect(try await reception.outcome(ofBooking: soon) == "400 not_available")
    }

    @Test("Of an event is booked by many at once, and as often as somebody likes")
    func event() async throws {
        let reception = try await Reception()
        let id = try await reception.makeEvent(seats: 10)
        let seats = { (count: Int64) -> JSON in
            ["event_id": .string(id), "seats": .integer(count)]
        }
        #expect(try await reception.outcome(ofBooking: seats(4)) == "201")
        #expect(try await reception.outcome(ofBooking: seats(5)) == "201")
        #expect(try await reception.outcome(ofBooking: seats(2)) == "409 fully_booked")
        #expect(try await reception.outcome(ofBooking: ["event_id": .string(id)]) == "201")
        #expect(try await reception.free(event: id) == .integer(0))
        try reception.verify()
    }

    @Test("Of an event that has begun or is cancelled can't be booked")
    func pastEvent() async throws {
        let reception = try await Reception()
        let id = try await reception.makeEvent(at: "2026-01-15T09:05:02Z")
        let other = try await reception.makeEvent()
        _ = try await reception.house.ask(.post, "/events/\(other)/cancel", as: reception.admin)
        reception.house.clock.move(300)
        for id in [id, other] {
            #expect(
                try await reception.outcome(ofBooking: ["event_id": .string(id)])
                    == "400 not_available")
        }
    }

    @Test("Is of exactly one thing, and named well")
    func target() async throws {
        let reception = try await Reception()
        let yoga = try await reception.makeClass()
        let session = try await reception.makeSession()
        let outcome = { (body: JSON) in try await reception.outcome(ofBooking: body) }
        #expect(try await outcome([:]) == "422 ambiguous_target")
        #expect(
            try await outcome(["class_id": .string(yoga), "session_id": .string(session)])
                == "422 ambiguous_target")
        #expect(
            try await outcome(["class_id": .string(yoga), "slot": "2026-02-01T10:00:00Z"])
                == "422 ambiguous_target")
        #expect(try await outcome(["class_id": "yoga"]) == "422 invalid_request")
        #expect(
            try await outcome(["class_id": .string(yoga), "seats": .integer(2)])
                == "422 invalid_request")
        #expect(try await outcome(["service_id": .string(yoga)]) == "422 invalid_request")
        #expect(
            try await outcome(["event_id": .string(yoga), "seats": .integer(101)])
                == "422 invalid_request")
        #expect(
            try await outcome([
                "class_id": .string(yoga), "notes": .string(String(repeating: "a", count: 1_001)),
            ]) == "422 invalid_request")
        #expect(try await reception.free(class: yoga) == .integer(10))
    }

    @Test("Is for people who are signed in and may book")
    func access() async throws {
        let reception = try await Reception()
        let yoga: JSON = ["class_id": .string(try await reception.makeClass())]
        let anonymous = try await reception.house.ask(.post, "/bookings", yoga)
        #expect(reception.house.outcome(anonymous) == "401 authentication_required")
        let looker = try await reception.house.person("lou", role: "public")
        #expect(
            try await reception.outcome(ofBooking: yoga, as: looker) == "403 permission_missing")
    }
}
