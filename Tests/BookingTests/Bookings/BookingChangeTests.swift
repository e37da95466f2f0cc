import JSON
import Testing
import Workbench

@testable import Booking

@Suite("A booking that is changed")
struct BookingChangeTests {
    private let reception: Reception
    /// An appointment from ten to eleven.
    private let id: String
    private let service: String

    init() async throws {
        reception = try await Reception()
        service = try await reception.makeService()
        let answer = try await reception.appointment(service, "10:00")
        guard case .string(let id)? = answer.json?["id"] else { throw CancellationError() }
        self.id = id
    }

    private func outcome(_ change: JSON, as person: Person? = nil) async throws -> String {
        reception.house.outcome(try await reception.change(id, change, as: person))
    }

    private func start(_ time: String) -> JSON {
        ["start_time": .string("2026-02-01T\(time):00Z")]
    }

    // MARK: Moving

    @Test("Moves to a time that is free, and its old time is free then")
    func move() async throws {
        let moved = try await reception.change(id, start("14:00"))
        #expect(moved.json?["start_time"] == "2026-02-01T14:00:00.000Z")
        #expect(moved.json?["end_time"] == "2026-02-01T15:00:00.000Z")
        #expect(moved.json?["state"] == "pending")
        #expect(try reception.entries(id) == ["booking.placed", "booking.rescheduled"])
        let other = try await reception.appointment(service, "10:00", as: reception.vic)
        #expect(other.status == 201)
        try reception.verify()
    }

    @Test("Isn't in its own way")
    func ontoItself() async throws {
        #expect(try await outcome(start("10:30")) == "200")
        #expect(try await outcome(start("10:00")) == "200")
        #expect(try await outcome(start("10:00")) == "200")
        #expect(
            try reception.entries(id) == [
                "booking.placed", "booking.rescheduled", "booking.rescheduled",
            ])
    }

    @Test("Doesn't move onto another, and stays as it was then")
    func ontoAnother() async throws {
        let other = try await reception.appointment(service, "12:00", as: reception.vic)
        #expect(other.status == 201)
        let change: JSON = ["start_time": "2026-02-01T11:30:00Z", "notes": "later"]
        #expect(try await outcome(change) == "409 slot_taken")
        let json = try await reception.see(id)
        #expect(json?["start_time"] == "2026-02-01T10:00:00.000Z")
        #expect(json?["notes"] == .null)
    }

    @Test("Doesn't move into the past")
    func past() async throws {
        let answer = try await reception.change(id, ["start_time": "2026-01-15T09:00:00Z"])
        #expect(reception.house.outcome(answer) == "422 start_in_past")
        #expect(answer.blamed == ["start_time"])
    }

    @Test("Takes as long as its service does by then")
    func newLength() async throws {
        _ = try await reception.house.ask(
            .patch, "/services/\(service)", ["duration_minutes": .integer(90)],
            as: reception.admin)
        let moved = try await reception.change(id, start("14:00"))
        #expect(moved.json?["end_time"] == "2026-02-01T15:30:00.000Z")
    }

    @Test("Stays where it is when it is a place, or is over, or its service is gone")
    func notReschedulable() async throws {
        let yoga = try await reception.book(["class_id": .string(reception.makeClass())])
        let answer = try await reception.change(yoga, start("12:00"))
        #expect(reception.house.outcome(answer) == "400 not_reschedulable")
        _ = try await reception.house.ask(
            .patch, "/services/\(service)", ["is_active": .bool(false)], as: reception.admin)
        #expect(try await outcome(start("12:00")) == "400 not_reschedulable")
        #expect(try await reception.cancel(id).status == 200)
        #expect(try await outcome(start("12:00")) == "400 not_reschedulable")
    }

    @Test("Of the house's own time moves as well")
    func slot() async throws {
        let slot = try await reception.book(["slot": "2026-02-01T10:00:00Z"])
        let taken = try await reception.book(["slot": "2026-02-01T11:00:00Z"])
        #expect(taken != slot)
        let refused = try await reception.change(slot, start("11:15"))
        #expect(reception.house.outcome(refused) == "409 slot_taken")
        let moved = try await reception.change(slot, ["slot": "2026-02-01T11:30:00Z"])
        #expect(moved.json?["slot"] == "2026-02-01T11:30:00.000Z")
    }

    // MARK: Who

    @Test("Is changed by whose it is, by who leads it and by who runs the house; by nobody else")
    func standing() async throws {
        let yoga = try await reception.book(["class_id": .string(reception.makeClass())])
        let note: JSON = ["notes": "With a mat"]
        for person in [reception.una, reception.asha, reception.admin] {
            #expect(try await reception.change(yoga, note, as: person).status == 200)
        }
        for person in [reception.vic, reception.fay] {
            let answers = [
                try await reception.change(yoga, note, as: person),
                try await reception.cancel(yoga, as: person),
                try await reception.house.ask(.delete, "/bookings/\(yoga)", as: person),
                try await reception.house.ask(.get, "/bookings/\(yoga)", as: person),
                try await reception.house.ask(.get, "/bookings/\(yoga)/history", as: person),
                try await reception.house.ask(.get, "/bookings/\(yoga)/actions", as: person),
            ]
            #expect(answers.map(reception.house.outcome).allSatisfy { $0 == "403 not_yours" })
        }
        #expect(try await reception.state(yoga) == "confirmed")
    }

    @Test("That nobody has is not found")
    func unknown() async throws {
        for path in ["/bookings/0195d3a0-0000-7000-8000-000000000000", "/bookings/nothing"] {
            #expect(try await reception.house.ask(.get, path, as: reception.una).status == 404)
            let changed = try await reception.house.ask(
                .patch, path, ["notes": "?"], as: reception.una)
            #expect(changed.status == 404)
        }
    }

    // MARK: Deleting

    @Test("Is gone when it is deleted, and its time is free; the journal tells of it")
    func delete() async throws {
        let answer = try await reception.house.ask(.delete, "/bookings/\(id)", as: reception.una)
        #expect(answer.status == 204)
        #expect(
            try await reception.house.ask(.get, "/bookings/\(id)", as: reception.una).status
                == 404)
        #expect(try await reception.ids("/bookings") == [])
        #expect(try reception.entries(id) == ["booking.placed", "booking.deleted"])
        let other = try await reception.appointment(service, "10:00", as: reception.vic)
        #expect(other.status == 201)
        try reception.verify()
    }

    @Test("Is deleted by whose it is before it begins, and by who runs the house at any time")
    func deleteLate() async throws {
        let soon = try await reception.book([
            "service_id": .string(service), "start_time": "2026-01-15T09:10:02Z",
        ])
        reception.house.clock.move(600)
        let path = "/bookings/\(soon)"
        let own = try await reception.house.ask(.delete, path, as: reception.una)
        #expect(reception.house.outcome(own) == "400 already_started")
        #expect(try await reception.house.ask(.delete, path, as: reception.admin).status == 204)
    }

    // MARK: At the same time

    @Test("Is changed by one of two who have seen the same, and the other is told")
    func ifMatch() async throws {
        let seen = try await reception.house.ask(.get, "/bookings/\(id)", as: reception.una)
        let tag = try #require(seen["ETag"])
        let first = try await reception.change(id, start("12:00"), [("If-Match", tag)])
        #expect(first.status == 200)
        #expect(first["ETag"] != tag)
        let second = try await reception.change(id, start("14:00"), [("If-Match", tag)])
        #expect(reception.house.outcome(second) == "412 precondition_failed")
        #expect(try await reception.see(id)?["start_time"] == "2026-02-01T12:00:00.000Z")
        let unchanged = try await reception.house.ask(
            .get, "/bookings/\(id)", as: reception.una, [("If-None-Match", first["ETag"] ?? "")])
        #expect(unchanged.status == 304)
    }

    // MARK: Words

    @Test("Keeps what was said to the byte, and forgets what is set to null")
    func notes() async throws {
        let words: JSON = "Größe 42 🧘‍♀️ \"quoted\"\n<script>"
        #expect(try await reception.change(id, ["notes": words]).json?["notes"] == words)
        #expect(try await reception.see(id)?["notes"] == words)
        #expect(try await outcome(["notes": words]) == "200")
        #expect(try reception.entries(id) == ["booking.placed", "booking.changed"])
        #expect(try await reception.change(id, ["notes": .null]).json?["notes"] == .null)
    }

    @Test("Says what may be done with it, to whom and until when")
    func actions() async throws {
        let path = "/bookings/\(id)/actions"
        let own = try await reception.house.ask(.get, path, as: reception.una).json
        let start: JSON = "2026-02-01T10:00:00.000Z"
        #expect(own?["reschedule"]?["allowed"] == .bool(true))
        #expect(own?["reschedule"]?["until"] == start)
        #expect(own?["cancel"]?["until"] == start)
        #expect(own?["delete"]?["until"] == start)
        #expect(own?["confirm"]?["allowed"] == .bool(false))
        #expect(own?["confirm"]?["code"] == "status_not_allowed")
        let boss = try await reception.house.ask(.get, path, as: reception.admin).json
        #expect(boss?["confirm"]?["allowed"] == .bool(true))
        #expect(boss?["cancel"]?["until"] == .null)
        #expect(try await reception.cancel(id).status == 200)
        let after = try await reception.house.ask(.get, path, as: reception.una).json
        #expect(after?["cancel"]?["code"] == "not_cancellable")
        #expect(after?["reschedule"]?["code"] == "not_reschedulable")
    }
}
