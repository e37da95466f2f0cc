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

    // MARK: Steps

    @Test("Takes every step that there is, and no other", arguments: BookingState.allCases)
    func steps(from: BookingState) async throws {
        let allowed: [BookingState: [BookingState]] = [
            .pending: [.confirmed, .completed, .noShow, .cancelled],
            .confirmed: [.completed, .noShow, .cancelled],
        ]
        for to in BookingState.allCases where to != from {
            let time = "2026-03-0\(from.ordinal + 1)T1\(to.ordinal):00:00Z"
            let id = try await reception.book([
                "service_id": .string(service), "start_time": .string(time),
            ])
            if from != .pending {
                let first = try await reception.change(
                    id, ["status": .string(from.rawValue)], as: reception.admin)
                #expect(first.status == 200)
            }
            let answer = try await reception.change(
                id, ["status": .string(to.rawValue)], as: reception.admin)
            let isAllowed = allowed[from]?.contains(to) ?? false
            #expect(
                reception.house.outcome(answer) == (isAllowed ? "200" : "400 bad_transition"))
            #expect(
                try await reception.state(id) == .string((isAllowed ? to : from).rawValue))
        }
        try reception.verify()
    }

    @Test("Is told in the journal, step by step")
    func history() async throws {
        #expect(try await outcome(["status": "confirmed"], as: reception.admin) == "200")
        #expect(try await outcome(["status": "confirmed"], as: reception.admin) == "200")
        #expect(try await outcome(["status": "no_show"], as: reception.admin) == "200")
        #expect(
            try reception.entries(id) == ["booking.placed", "booking.confirmed", "booking.missed"])
        let answer = try await reception.house.ask(
            .get, "/bookings/\(id)/history", as: reception.una)
        guard case .array(let entries)? = answer.json else { throw CancellationError() }
        #expect(entries.map { $0["version"] } == [.integer(1), .integer(2), .integer(3)])
        #expect(entries.first?["actor"] == .string(reception.una.id))
        #expect(entries.last?["actor"] == .string(reception.admin.id))
    }

    @Test("Can only be cancelled by whose it is")
    func ownSteps() async throws {
        #expect(try await outcome(["status": "confirmed"]) == "403 status_not_allowed")
        #expect(try await outcome(["status": "completed"]) == "403 status_not_allowed")
        #expect(try await outcome(["status": "pending"]) == "200")
        #expect(try await outcome(["status": "cancelled", "reason": "Ill"]) == "200")
        #expect(try await outcome(["status": "cancelled"]) == "200")
        #expect(try await outcome(["status": "confirmed"]) == "403 status_not_allowed")
        #expect(try await outcome(["status": "active"]) == "422 invalid_request")
        #expect(try await reception.see(id)?["cancellation_reason"] == "Ill")
    }

    @Test("Isn't cancelled when it is completed, nor by whose it is once it has begun")
    func notCancellable() async throws {
        let soon = try await reception.book([
            "service_id": .string(service), "start_time": "2026-01-15T09:10:02Z",
        ])
        let done = try await reception.book([
            "service_id": .string(service), "start_time": "2026-02-02T10:00:00Z",
        ])
        let completed = try await reception.change(
            done, ["status": "completed"], as: reception.admin)
        #expect(completed.status == 200)
        reception.house.clock.move(600)
        for id in [soon, done] {
            let patched = try await reception.change(id, ["status": "cancelled"])
            #expect(reception.house.outcome(patched) == "400 not_cancellable")
            let cancelled = try await reception.cancel(id)
            #expect(reception.house.outcome(cancelled) == "400 not_cancellable")
        }
        let moved = try await reception.change(soon, start("12:00"))
        #expect(reception.house.outcome(moved) == "400 not_reschedulable")
        #expect(try await reception.cancel(soon, as: reception.admin).status == 200)
        let late = try await reception.cancel(done, as: reception.admin)
        #expect(reception.house.outcome(late) == "400 not_cancellable")
    }

    @Test("Is cancelled once, and again without an error, and its place is free")
    func cancelTwice() async throws {
        let yoga = try await reception.makeClass(slots: 1)
        let booking = try await reception.book(["class_id": .string(yoga)])
        #expect(try await reception.cancel(booking, ["reason": "Ill"]).status == 200)
        let again = try await reception.cancel(booking)
        #expect(again.status == 200)
        #expect(again.json?["status"] == "cancelled")
        #expect(again.json?["cancellation_reason"] == "Ill")
        #expect(try reception.entries(booking) == ["booking.placed", "booking.cancelled"])
        #expect(try await reception.free(class: yoga) == .integer(1))
        #expect(
            try await reception.outcome(ofBooking: ["class_id": .string(yoga)]) == "201",
            "whoever has cancelled may book again")
        try reception.verify()
    }

    @Test("Keeps its place when it is completed: whoever sat there did")
    func completedPlace() async throws {
        let yoga = try await reception.makeClass(slots: 1)
        let booking = try await reception.book(["class_id": .string(yoga)])
        let done = try await reception.change(
            booking, ["status": "completed"], as: reception.asha)
        #expect(done.json?["status"] == "completed")
        #expect(
            try await reception.outcome(ofBooking: ["class_id": .string(yoga)], as: reception.vic)
                == "409 fully_booked")
        try reception.verify()
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

extension BookingState {
    /// Its place among all of them.
    fileprivate var ordinal: Int { BookingState.allCases.firstIndex(of: self) ?? 0 }
}
