import JSON
import Testing
import Workbench

@testable import Booking

/// The first is from ten to eleven, and somebody else wants another.
@Suite("An appointment")
struct AppointmentTests {
    private let reception: Reception
    private let service: String

    init() async throws {
        reception = try await Reception()
        service = try await reception.makeService()
        let first = try await reception.appointment(service, "10:00")
        #expect(first.status == 201)
    }

    private func outcome(_ time: String) async throws -> String {
        reception.house.outcome(
            try await reception.appointment(service, time, as: reception.vic))
    }

    @Test("Is refused at the very time of another")
    func same() async throws {
        #expect(try await outcome("10:00") == "409 slot_taken")
    }

    @Test("Is refused where it begins during another")
    func during() async throws {
        #expect(try await outcome("10:30") == "409 slot_taken")
    }

    @Test("Is refused where it ends during another")
    func into() async throws {
        #expect(try await outcome("09:30") == "409 slot_taken")
    }

    @Test("Is refused where it contains another")
    func around() async throws {
        let longer = try await reception.house.ask(
            .patch, "/services/\(service)", ["duration_minutes": .integer(180)],
            as: reception.admin)
        #expect(longer.status == 200)
        #expect(try await outcome("09:00") == "409 slot_taken")
    }

    @Test("May end when another begins, and begin when another ends")
    func adjacent() async throws {
        #expect(try await outcome("09:00") == "201")
        #expect(try await outcome("11:00") == "201")
        try reception.verify()
    }

    @Test("Of another service may be at the same time")
    func otherService() async throws {
        let other = try await reception.makeService()
        let answer = try await reception.appointment(other, "10:00", as: reception.vic)
        #expect(answer.status == 201)
    }

    @Test("Keeps the time behind it free that its service wants for itself")
    func buffer() async throws {
        let service = try await reception.makeService(["buffer_minutes": .integer(15)])
        let outcome = { (time: String) in
            reception.house.outcome(try await reception.appointment(service, time))
        }
        #expect(try await outcome("10:00") == "201")
        #expect(try await outcome("11:00") == "409 slot_taken")
        #expect(try await outcome("11:14") == "409 slot_taken")
        #expect(try await outcome("11:15") == "201")
        #expect(try await outcome("08:46") == "409 slot_taken")
        #expect(try await outcome("08:45") == "201")
    }

    @Test("Begins as pending, holds its time and knows its end and its price")
    func answer() async throws {
        let answer = try await reception.appointment(service, "14:00")
        let json = try #require(answer.json)
        #expect(json["state"] == "pending")
        #expect(json["status"] == "pending")
        #expect(json["kind"] == "service")
        #expect(json["service_id"] == .string(service))
        #expect(json["service_title"] == "Massage")
        #expect(json["start_time"] == "2026-02-01T14:00:00.000Z")
        #expect(json["end_time"] == "2026-02-01T15:00:00.000Z")
        #expect(answer.text.contains("\"price\":45.0,"))
        #expect(json["class_id"] == nil)
        #expect(json["session"] == nil)
        #expect(try await outcome("14:00") == "409 slot_taken")
    }

    @Test("That is refused names the five nearest times that are free, which can be booked")
    func alternatives() async throws {
        let refused = try await reception.appointment(service, "10:00", as: reception.vic)
        guard case .array(let times)? = refused.json?["alternatives"] else {
            throw RawClient.Failure.unexpected(refused.text)
        }
        #expect(
            times.map { $0["start_time"] } == [
                "2026-02-01T08:00:00.000Z", "2026-02-01T08:30:00.000Z",
                "2026-02-01T09:00:00.000Z", "2026-02-01T11:00:00.000Z",
                "2026-02-01T11:30:00.000Z",
            ])
        #expect(times.first?["end_time"] == "2026-02-01T09:00:00.000Z")
        for time in [times[2], times[3]] {
            let body: JSON = [
                "service_id": .string(service), "start_time": try #require(time["start_time"]),
            ]
            #expect(try await reception.outcome(ofBooking: body) == "201")
        }
    }

    @Test("Can't begin in the past, nor in a hundred years and a day")
    func past() async throws {
        let body = { (start: String) -> JSON in
            ["service_id": .string(service), "start_time": .string(start)]
        }
        let past = try await reception.tryBook(body("2026-01-15T09:00:01Z"))
        #expect(reception.house.outcome(past) == "422 start_in_past")
        #expect(past.blamed == ["start_time"])
        let far = try await reception.tryBook(body("2127-01-15T09:00:01Z"))
        #expect(reception.house.outcome(far) == "422 invalid_request")
        #expect(far.blamed == ["start_time"])
    }

    @Test("Of a service that is switched off, gone or unknown there is none")
    func inactive() async throws {
        let off = try await reception.makeService(["is_active": .bool(false)])
        #expect(
            reception.house.outcome(try await reception.appointment(off, "10:00"))
                == "400 not_available")
        _ = try await reception.house.ask(.delete, "/services/\(service)", as: reception.admin)
        #expect(try await outcome("15:00") == "404 not_found")
        let nobody = "0195d3a0-0000-7000-8000-000000000000"
        #expect(
            reception.house.outcome(try await reception.appointment(nobody, "10:00"))
                == "404 not_found")
    }

    @Test("Keeps to the hours, the grid and the lead of its service")
    func rules() async throws {
        let service = try await reception.makeService([
            "step_minutes": .integer(30), "lead_minutes": .integer(120),
            "hours": [
                "timezone": "UTC",
                "weekly": ["sun": [["09:00", "12:00"]], "thu": [["09:00", "12:00"]]],
            ],
        ])
        let outcome = { (start: String) in
            let body: JSON = ["service_id": .string(service), "start_time": .string(start)]
            return try await reception.outcome(ofBooking: body)
        }
        #expect(try await outcome("2026-02-01T09:15:00Z") == "422 off_grid")
        #expect(try await outcome("2026-02-01T11:30:00Z") == "400 outside_hours")
        #expect(try await outcome("2026-01-15T10:30:00Z") == "400 too_soon")
        #expect(try await outcome("2026-02-01T11:00:00Z") == "201")
    }

    @Test("Is in no list of free times as long as it is live, and in it again when it is cancelled")
    func listed() async throws {
        let path =
            "/services/\(service)/availability"
            + "?from=2026-02-01T09:00:00Z&to=2026-02-01T12:00:00Z"
        let starts = {
            let answer = try await reception.house.ask(.get, path)
            guard case .array(let slots)? = answer.json?["slots"] else {
                throw RawClient.Failure.unexpected(answer.text)
            }
            return slots.map { $0["time"] }
        }
        #expect(try await starts() == ["09:00:00", "11:00:00", "11:30:00"])
        let id = try #require(try await reception.ids("/bookings").first.flatMap(\.self))
        guard case .string(let id) = id else { throw CancellationError() }
        #expect(try await reception.cancel(id).status == 200)
        #expect(try await starts().count == 6)
    }
}
