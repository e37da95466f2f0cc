import HTTP
import JSON
import SQLite
import Synchronization
import Testing
import Workbench

@testable import Booking

/// A house in which people book, come, and say what they think of it.
final class ReviewDesk: Sendable {
    let house: House
    let admin: Person
    let ann: Person
    /// An hour of it can be had at any time.
    let service: String
    private let hours = Mutex(0)

    init(_ options: House.Options = House.Options()) async throws {
        house = try await House(options)
        admin = try await house.admin()
        ann = try await house.person("ann")
        service = try await ReviewDesk.offer(house, admin)
    }

    private static func offer(_ house: House, _ admin: Person) async throws -> String {
        let answer = try await house.ask(
            .post, "/services", ["title": "Massage", "price": 45, "duration_minutes": 60],
            as: admin)
        return try answer.id
    }

    /// Another service.
    func offer() async throws -> String { try await ReviewDesk.offer(house, admin) }

    /// What somebody leads, or the house gives: its id.
    func give(_ kind: OccasionKind, as host: Person) async throws -> String {
        let (path, body): (String, JSON) =
            switch kind {
            case .class:
                ("/classes", ["name": "Yoga", "schedule": "2026-03-01T09:00:00Z", "slots": 50])
            case .session:
                (
                    "/sessions",
                    [
                        "title": "Breath", "session_type": "session", "capacity": 50,
                        "start_time": "2026-03-01T09:00:00Z", "end_time": "2026-03-01T10:00:00Z",
                    ]
                )
            case .event:
                (
                    "/events",
                    [
                        "event_name": "Fair", "event_venue": "Hall",
                        "event_date": "2026-03-01T09:00:00Z", "event_availibility": 50,
                    ]
                )
            }
        let answer = try await house.ask(.post, path, body, as: host)
        guard kind == .session else { return try answer.id }
        return try #require(answer.json?["session_id"]?.text, "\(answer.text)")
    }

    // MARK: Booking

    /// Books something by its member in the body; without one, an hour of the service.
    func book(_ target: JSON.Member? = nil, as person: Person) async throws -> String {
        let answer = try await house.ask(
            .post, "/bookings", target.map { .object([$0]) } ?? hour(of: service), as: person)
        return try answer.id
    }

    /// The body that books the next free hour of a service.
    func hour(of service: String) -> JSON {
        ["service_id": .string(service), "start_time": .string(nextHour())]
    }

    /// An hour that nobody has had yet.
    func nextHour() -> String {
        let hour = hours.withLock { hours in
            hours += 1
            return hours
        }
        let (day, time) = (2 + hour / 24, hour % 24)
        return "2026-02-\(day < 10 ? "0" : "")\(day)T\(time < 10 ? "0" : "")\(time):00:00Z"
    }

    /// A booking of somebody who came.
    func visit(_ target: JSON.Member? = nil, as person: Person? = nil) async throws -> String {
        let booking = try await book(target, as: person ?? ann)
        try await complete(booking)
        return booking
    }

    func visit(service: String, as person: Person) async throws -> String {
        let booking = try await house.ask(.post, "/bookings", hour(of: service), as: person).id
        try await complete(booking)
        return booking
    }

    func complete(_ booking: String) async throws {
        let answer = try await house.ask(
            .patch, "/bookings/\(booking)", ["status": "completed"], as: admin)
        try #require(answer.status == 200, "\(answer.text)")
    }

    // MARK: Reviewing

    func post(
        _ booking: String, _ rating: Int = 5, _ comment: String = "Lovely",
        as person: Person? = nil
    ) async throws -> RawAnswer {
        try await house.ask(
            .post, "/reviews",
            [
                "booking_id": .string(booking), "rating": .integer(Int64(rating)),
                "comment": .string(comment),
            ], as: person ?? ann)
    }

    /// The id of a review of something, by somebody who came.
    func posted(
        _ rating: Int = 5, of target: JSON.Member? = nil, as person: Person? = nil
    ) async throws -> String {
        try await post(visit(target, as: person), rating, as: person).id
    }

    func see(_ path: String) async throws -> JSON {
        let answer = try await house.ask(.get, path)
        return try #require(answer.status == 200 ? answer.json : nil, "\(answer.text)")
    }

    func stats(_ service: String? = nil) async throws -> JSON {
        try await see("/services/\(service ?? self.service)/reviews/stats")
    }

    /// The ratings of a list of the service's reviews.
    func ratings(_ query: String = "") async throws -> [JSON?] {
        guard case .array(let list) = try await see("/services/\(service)/reviews\(query)") else {
            throw CancellationError()
        }
        return list.map { $0["rating"] }
    }

    /// The kinds of what the journal has of a review.
    func entries(_ review: String) throws -> [String] {
        try house.database.read(within: .seconds(5)) { reader in
            try reader.all(
                "select kind from journal where stream = \("review/\(review)") order by seq"
            ) { try $0.text(0) }
        }
    }

    /// Replays the journal and compares.
    func verify() throws {
        try house.database.read(within: .seconds(10)) { reader in
            _ = try Verification(Chapters(Features.chapters)).run(on: reader)
        }
    }

    func outcome(_ answer: RawAnswer) -> String { house.outcome(answer) }
}

extension RawAnswer {
    /// The id of what was made.
    fileprivate var id: String {
        get throws { try #require(status == 201 ? json?["id"]?.text : nil, "\(text)") }
    }
}

extension JSON {
    fileprivate var text: String? { if case .string(let text) = self { text } else { nil } }
}
