import JSON
import SQLite
import Testing
import Time
import Workbench

@testable import Booking

/// A house in which everything can be booked. It is 15 January 2026, 9 o'clock and 2 seconds, UTC; what is
/// offered takes place on 1 February.
struct Reception: Sendable {
    let house: House
    let admin: Person
    /// Gives the classes.
    let asha: Person
    /// Leads the sessions.
    let fay: Person
    /// Book.
    let una: Person
    let vic: Person

    init(_ way: Way = .inMemory, _ options: House.Options = House.Options()) async throws {
        var options = options
        options.way = way
        options.isPatient = true
        house = try await House(options)
        admin = try await house.admin()
        asha = try await house.person("asha")
        fay = try await house.person("fay", role: "facilitator")
        una = try await house.person("una")
        vic = try await house.person("vic")
    }

    // MARK: What can be booked

    func makeClass(slots: Int = 10, at start: String = "2026-02-01T10:00:00Z") async throws
        -> String
    {
        try await made(
            "/classes",
            ["name": "Yoga", "schedule": .string(start), "slots": .integer(Int64(slots))],
            as: asha)
    }

    func makeSession(
        seats: Int = 10, at start: String = "2026-02-01T10:00:00Z", price: Int64 = 25
    ) async throws -> String {
        let end = try #require(Instant(rfc3339: start)) + .seconds(3_600)
        return try await made(
            "/sessions",
            [
                "title": "Meditation", "session_type": "session", "start_time": .string(start),
                "end_time": .string(end.rfc3339), "capacity": .integer(Int64(seats)),
                "price": .integer(price),
            ], as: fay)
    }

    func makeEvent(seats: Int = 10, at start: String = "2026-02-01T10:00:00Z") async throws
        -> String
    {
        try await made(
            "/events",
            [
                "event_name": "Talk", "event_venue": "Hall", "event_date": .string(start),
                "event_availibility": .integer(Int64(seats)),
            ], as: admin)
    }

    /// An hour long, and 45.00.
    func makeService(_ others: JSON = [:]) async throws -> String {
        guard case .object(let members) = others else { throw CancellationError() }
        let usual: [JSON.Member] = [
            .init("title", "Massage"), .init("price", .integer(45)),
            .init("duration_minutes", .integer(60)),
        ]
        let rest = usual.filter { one in !members.contains { $0.name == one.name } }
        return try await made("/services", .object(rest + members), as: admin)
    }

    private func made(_ path: String, _ body: JSON, as person: Person) async throws -> String {
        let answer = try await house.ask(.post, path, body, as: person)
        let json = answer.json?["session"] ?? answer.json
        guard answer.status == 201, case .string(let id)? = json?["id"] else {
            throw RawClient.Failure.unexpected(answer.text)
        }
        return id
    }

    // MARK: Booking

    func tryBook(
        _ body: JSON, as person: Person? = nil, _ fields: [(String, String)] = []
    ) async throws -> RawAnswer {
        try await house.ask(.post, "/bookings", body, as: person ?? una, fields)
    }

    /// What becomes of the try: `201`, or the status and the code of the refusal.
    func outcome(ofBooking body: JSON, as person: Person? = nil) async throws -> String {
        house.outcome(try await tryBook(body, as: person))
    }

    func book(_ body: JSON, as person: Person? = nil) async throws -> String {
        let answer = try await tryBook(body, as: person)
        guard answer.status == 201, case .string(let id)? = answer.json?["id"] else {
            throw RawClient.Failure.unexpected(answer.text)
        }
        return id
    }

    /// Books an hour of a service that begins then, on 1 February.
    func appointment(
        _ service: String, _ time: String, as person: Person? = nil
    ) async throws -> RawAnswer {
        try await tryBook(
            ["service_id": .string(service), "start_time": .string("2026-02-01T\(time):00Z")],
            as: person)
    }

    func change(
        _ id: String, _ change: JSON, as person: Person? = nil, _ fields: [(String, String)] = []
    ) async throws -> RawAnswer {
        try await house.ask(.patch, "/bookings/\(id)", change, as: person ?? una, fields)
    }

    func cancel(
        _ id: String, as person: Person? = nil, _ body: JSON? = nil
    ) async throws -> RawAnswer {
        try await house.ask(.post, "/bookings/\(id)/cancel", body, as: person ?? una)
    }

    func see(_ id: String, as person: Person? = nil) async throws -> JSON? {
        try await house.ask(.get, "/bookings/\(id)", as: person ?? una).json
    }

    func state(_ id: String) async throws -> JSON? { try await see(id, as: admin)?["state"] }

    /// The ids of a list.
    func ids(_ path: String, as person: Person? = nil) async throws -> [JSON?] {
        let answer = try await house.ask(.get, path, as: person ?? una)
        guard case .array(let list)? = answer.json else {
            throw RawClient.Failure.unexpected(answer.text)
        }
        return list.map { $0["id"] }
    }

    /// How many places are left.
    func free(class id: String) async throws -> JSON? {
        try await house.ask(.get, "/classes/\(id)", as: una).json?["available_slots"]
    }

    func free(event id: String) async throws -> JSON? {
        try await house.ask(.get, "/events/\(id)").json?["event_availability"]
    }

    func free(session id: String) async throws -> JSON? {
        try await house.ask(.get, "/sessions/\(id)", as: una).json?["available_spots"]
    }

    /// What the journal tells of a booking.
    func entries(_ id: String) throws -> [String] {
        try house.database.read(within: .seconds(5)) { reader in
            try reader.all(
                "select kind from journal where stream = \("booking/\(id)") order by seq"
            ) { try $0.text(0) }
        }
    }

    /// Has the clock show 1 February, that many minutes behind 10 o'clock.
    func moveClock(minutesBehindTen minutes: Int64) {
        let ten = Int64(1_769_940_000)
        house.clock.move(ten + minutes * 60 - house.clock.clock.now.seconds)
    }

    /// Replays the journal and compares.
    func verify() throws {
        try house.database.read(within: .seconds(10)) { reader in
            _ = try Verification(Chapters(Features.chapters)).run(on: reader)
        }
    }
}

extension RawAnswer {
    /// The members that a refusal blames.
    var blamed: [JSON?] {
        guard case .array(let faults)? = json?["errors"] else { return [] }
        return faults.map { $0["field"] }
    }
}
