import JSON
import Testing
import Workbench

@testable import Booking

/// The clock of the house stands at 2026-01-15 09:00:02 UTC, a Thursday.
@Suite("The free appointments of a service")
struct ServiceAvailabilityTests {
    private static let berlin: JSON = [
        "timezone": "Europe/Berlin",
        "weekly": ["thu": [["10:00", "12:30"]], "fri": [["09:00", "11:00"]]],
    ]

    @Test("Are those of a week from now, in the zone of the service")
    func usual() async throws {
        let desk = try await ServiceDesk()
        let id = try desk.id(try await desk.offer("Massage", ["hours": Self.berlin]))
        let answer = try await desk.house.ask(.get, "/services/\(id)/availability")
        #expect(answer.json?["timezone"] == "Europe/Berlin")
        guard case .array(let slots)? = answer.json?["slots"] else { throw CancellationError() }
        #expect(
            slots.first == [
                "start_time": "2026-01-15T09:30:00.000Z", "end_time": "2026-01-15T10:30:00.000Z",
                "date": "2026-01-15", "time": "10:30:00",
            ])
        #expect(
            slots.map { $0["time"] } == [
                "10:30:00", "11:00:00", "11:30:00", "09:00:00", "09:30:00", "10:00:00",
                "10:00:00",
            ])
    }

    @Test("Show the times of the zone that is asked for")
    func zone() async throws {
        let desk = try await ServiceDesk()
        let id = try desk.id(try await desk.offer("Massage", ["hours": Self.berlin]))
        let answer = try await desk.house.ask(
            .get, "/services/\(id)/availability?timezone=Asia/Kolkata&to=2026-01-15T10:00:00Z")
        #expect(answer.json?["timezone"] == "Asia/Kolkata")
        guard case .array(let slots)? = answer.json?["slots"] else { throw CancellationError() }
        #expect(slots.map { $0["time"] } == ["15:00:00"])
        #expect(slots.map { $0["start_time"] } == ["2026-01-15T09:30:00.000Z"])
        let unknown = try await desk.house.ask(
            .get, "/services/\(id)/availability?timezone=Mars")
        #expect(desk.house.outcome(unknown) == "400 unknown_timezone")
    }

    @Test("Leave out what is booked, and what is booked before and reaches in")
    func claims() async throws {
        let desk = try await ServiceDesk()
        let id = try desk.id(try await desk.offer("Massage", ["step_minutes": 60]))
        try await desk.book(id, "2026-02-01T08:30:00Z", "2026-02-01T09:30:00Z")
        try await desk.book(id, "2026-02-01T12:00:00Z", "2026-02-01T13:00:00Z")
        let range = "?from=2026-02-01T09:00:00Z&to=2026-02-01T14:00:00Z"
        #expect(
            try await desk.starts(id, range) == [
                "2026-02-01T10:00:00.000Z", "2026-02-01T11:00:00.000Z",
                "2026-02-01T13:00:00.000Z",
            ])
        let end = "?from=2026-02-01T11:00:00Z&to=2026-02-01T11:30:00Z"
        #expect(try await desk.starts(id, end) == ["2026-02-01T11:00:00.000Z"])
        _ = try await desk.house.ask(
            .patch, "/services/\(id)", ["buffer_minutes": 30], as: desk.admin)
        #expect(try await desk.starts(id, end) == [])
    }

    @Test("There are none of a service that is switched off")
    func inactive() async throws {
        let desk = try await ServiceDesk()
        let id = try desk.id(try await desk.offer("Massage", ["is_active": false]))
        #expect(try await desk.starts(id, "") == [])
    }

    @Test(
        "A range is of 62 days at most, and not backwards",
        arguments: [
            ("from=2026-02-01T00:00:00Z&to=2026-04-04T00:00:00Z", 200),
            ("from=2026-02-01T00:00:00Z&to=2026-04-04T00:00:00.001Z", 422),
            ("from=2026-02-01T00:00:00Z&to=2026-01-31T23:59:59Z", 422),
            ("to=2026-01-01T00:00:00Z", 422), ("from=2026-02-01T00:00:00Z", 200),
            ("from=2026-02-01T00:00:00Z&to=2026-02-01T00:00:00Z", 200),
            ("from=9999-12-31T00:00:00Z", 200), ("from=0001-01-01T00:00:00Z", 200),
            ("from=2026-02-01T00:00:00%2B05:30&to=2026-02-02T00:00:00", 200),
            ("from=today", 422), ("to=2026-02-30T00:00:00Z", 422), ("timezone=", 422),
        ])
    func ranges(query: String, status: Int) async throws {
        let desk = try await ServiceDesk()
        let id = try desk.id(try await desk.offer("Massage", ["step_minutes": 1_440]))
        let answer = try await desk.house.ask(.get, "/services/\(id)/availability?\(query)")
        #expect(answer.status == status, "\(answer.text)")
        if status == 422 {
            guard case .array(let faults)? = answer.json?["errors"] else {
                throw CancellationError()
            }
            #expect(faults.count == 1)
        }
    }

    @Test("What is listed for two months with the finest step is all of it")
    func finest() async throws {
        let desk = try await ServiceDesk()
        let id = try desk.id(
            try await desk.offer("Massage", ["step_minutes": 5, "duration_minutes": 1]))
        let starts = try await desk.starts(
            id, "?from=2026-02-01T00:00:00Z&to=2026-04-04T00:00:00Z")
        #expect(starts.count == 62 * 288)
    }
}
