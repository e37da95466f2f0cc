import JSON
import Testing
import Workbench

@testable import Booking

@Suite("A booking that goes on")
struct BookingStepTests {
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
}

extension BookingState {
    /// Its place among all of them.
    fileprivate var ordinal: Int { BookingState.allCases.firstIndex(of: self) ?? 0 }
}
