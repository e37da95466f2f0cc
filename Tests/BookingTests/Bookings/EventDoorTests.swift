import JSON
import Testing
import Workbench

@testable import Booking

@Suite("The door of events")
struct EventDoorTests {
    @Test("Answers the event with what is left of it, and the booking")
    func answer() async throws {
        let reception = try await Reception()
        let event = try await reception.makeEvent(seats: 10)
        let answer = try await reception.house.ask(
            .post, "/events/\(event)/book?seats=2", as: reception.una)
        #expect(answer.status == 200)
        #expect(answer.json?["event_id"] == .string(event))
        #expect(answer.json?["event_availibility"] == .integer(8))
        #expect(answer.json?["seats"] == .integer(2))
        guard case .string(let id)? = answer.json?["booking_id"] else {
            throw CancellationError()
        }
        #expect(try await reception.see(id)?["seats"] == .integer(2))
    }

    @Test("Takes the seats from the body as well, and one where nobody says it")
    func seats() async throws {
        let reception = try await Reception()
        let event = try await reception.makeEvent(seats: 10)
        let path = "/events/\(event)/book"
        let body = try await reception.house.ask(
            .post, path, ["seats": .integer(3)], as: reception.una)
        #expect(body.json?["seats"] == .integer(3))
        let silent = try await reception.house.ask(.post, path, as: reception.una)
        #expect(silent.json?["seats"] == .integer(1))
        for bad in ["0", "101", "-1", "two", "1.5"] {
            let answer = try await reception.house.ask(
                .post, "\(path)?seats=\(bad)", as: reception.una)
            #expect(answer.status == 422, "\(bad)")
            #expect(answer.blamed == ["seats"])
        }
        #expect(try await reception.free(event: event) == .integer(6))
    }

    @Test("Refuses more than is left, what isn't there, and who isn't a user")
    func refusals() async throws {
        let reception = try await Reception()
        let event = try await reception.makeEvent(seats: 1)
        let outcome = { (path: String, person: Person) in
            try await reception.house.ask(.post, path, as: person)
        }
        let path = "/events/\(event)/book"
        #expect(
            reception.house.outcome(try await outcome("\(path)?seats=2", reception.una))
                == "409 fully_booked")
        #expect(
            reception.house.outcome(
                try await outcome(
                    "/events/0195d3a0-0000-7000-8000-000000000000/book", reception.una))
                == "404 not_found")
        let admin = try await outcome(path, reception.admin)
        #expect(admin.status == 403)
        #expect(admin.json?["detail"] == "Not authorized to book event. Must be a User")
        #expect(try await reception.free(event: event) == .integer(1))
    }
}
