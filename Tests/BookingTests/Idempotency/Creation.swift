import JSON
import Testing
import Workbench

@testable import Booking

/// Something that can be created.
struct Creation: Sendable, CustomTestStringConvertible {
    let path: String
    var body: JSON?
    /// Who creates it; nobody where it is open to everybody.
    var role: String?
    var testDescription: String { path }

    static let all = [
        Creation(path: "/users", body: newcomer), Creation(path: "/auth/register", body: newcomer),
        Creation(path: "/roles", body: ["name": "front desk"], role: "admin"),
        Creation(
            path: "/classes",
            body: [
                "name": "Yoga", "schedule": "2026-02-01T10:00:00+05:30", "slots": .integer(10),
            ], role: "instructor"),
        Creation(
            path: "/services",
            body: [
                "title": "Massage", "duration_minutes": .integer(60), "price": .integer(45),
            ], role: "admin"),
        Creation(
            path: "/sessions",
            body: [
                "title": "Meditation", "session_type": "session",
                "start_time": "2026-02-01T09:00:00", "end_time": "2026-02-01T10:00:00",
            ], role: "facilitator"),
        Creation(
            path: "/events",
            body: [
                "event_name": "Open day", "event_venue": "Hall",
                "event_date": "2026-03-01T19:00:00", "event_availibility": .integer(50),
            ], role: "admin"),
        Creation(path: "/bookings", body: ["slot": "2026-02-02T09:00:00Z"], role: "client"),
        Creation(path: "/bookings?slot=2026-02-02T09:00:00Z", role: "client"),
        Creation(path: "/me/calendar", role: "client"),
    ]

    private static let newcomer: JSON = [
        "email": "cleo@example.com", "username": "cleo", "password": .string(Person.password),
    ]

    /// Who can create it, in a house.
    func creator(in house: House) async throws -> Person? {
        switch role {
        case "admin": try await house.admin()
        case let role?: try await house.person("maker", role: role)
        case nil: nil
        }
    }

    func ask(
        _ house: House, as person: Person?, key: String?
    ) async throws -> RawAnswer {
        try await house.ask(
            .post, path, body, as: person, key.map { [("Idempotency-Key", $0)] } ?? [])
    }
}
