import JSON
import SQLite
import Testing
import Workbench

@testable import Booking

/// Whoever got no answer asks again, and has one booking.
@Suite("A booking that is sent again")
struct RepeatedBookingTests {
    private func house(_ way: Way = .inMemory) async throws -> (House, Person, event: String) {
        let house = try await House(.init(way: way))
        let event: JSON = [
            "event_name": "Open day", "event_venue": "Hall", "event_date": "2026-03-01T19:00:00",
            "event_availibility": .integer(50),
        ]
        let made = try await house.ask(.post, "/events", event, as: try await house.admin())
        guard case .string(let id)? = made.json?["id"] else { throw CancellationError() }
        return (house, try await house.person("ann"), id)
    }

    private func places(_ house: House) throws -> Int {
        try house.database.read(within: .seconds(5)) {
            try $0.count("select sum(taken) from occasion_places")
        }
    }

    @Test("Places of an event are taken once, at either door, and the first answer comes again")
    func event() async throws {
        let (house, ann, event) = try await house()
        let doors: [(String, JSON?, Int)] = [
            ("/events/\(event)/book?seats=2", nil, 200),
            ("/bookings", ["event_id": .string(event), "seats": .integer(3)], 201),
        ]
        for (path, body, status) in doors {
            let key = [("Idempotency-Key", path)]
            let first = try await house.ask(.post, path, body, as: ann, key)
            #expect(first.status == status)
            // Somebody else takes a place meanwhile: the answer is the one that was given.
            _ = try await house.ask(.post, "/events/\(event)/book", as: ann)
            let again = try await house.ask(.post, path, body, as: ann, key)
            #expect(again["Idempotency-Replayed"] == "true")
            #expect(again.body == first.body)
        }
        #expect(try places(house) == 2 + 1 + 3 + 1)
    }

    @Test("More places under the same key are another request, also where the query says it")
    func seats() async throws {
        let (house, ann, event) = try await house()
        let key = [("Idempotency-Key", "1")]
        for (seats, outcome) in [(2, "200"), (3, "422 idempotency_key_reused"), (2, "200")] {
            let answer = try await house.ask(
                .post, "/events/\(event)/book?seats=\(seats)", as: ann, key)
            #expect(house.outcome(answer) == outcome)
        }
        #expect(try places(house) == 2)
    }

    @Test("A class is booked once by who asks twice")
    func booked() async throws {
        let (house, ann, _) = try await house()
        let asha = try await house.person("asha", role: "instructor")
        let made = try await house.ask(
            .post, "/classes",
            [
                "name": "Yoga", "schedule": "2026-02-01T10:00:00+05:30", "slots": .integer(10),
            ], as: asha)
        let body: JSON = [
            "class_id": try #require(made.json?["id"]), "client_name": "Ann",
            "client_email": "ann@example.com",
        ]
        let key = [("Idempotency-Key", "1")]
        let first = try await house.ask(.post, "/book", body, as: ann, key)
        let again = try await house.ask(.post, "/book", body, as: ann, key)
        #expect(first.status == 201)
        #expect(again.body == first.body)
        let without = try await house.ask(.post, "/book", body, as: ann)
        #expect(house.outcome(without) == "409 already_booked")
    }

    @Test("Of a storm with one key one takes places")
    func storm() async throws {
        let (house, ann, event) = try await house(.overSocket)
        let outcomes = try await withThrowingTaskGroup(of: String.self) { group in
            for _ in 0..<48 {
                group.addTask {
                    let answer = try await house.ask(
                        .post, "/events/\(event)/book?seats=1", as: ann,
                        [("Idempotency-Key", "1")])
                    return house.outcome(answer)
                }
            }
            return try await group.reduce(into: [String]()) { $0.append($1) }
        }
        let allowed: Set = ["200", "409 idempotency_in_progress"]
        #expect(outcomes.allSatisfy(allowed.contains))
        #expect(outcomes.contains("200"))
        #expect(try places(house) == 1)
    }

    @Test("What is refused for want of places is tried anew when there are some")
    func refused() async throws {
        let (house, ann, event) = try await house()
        let path = "/events/\(event)/book?seats=30"
        let first = try await house.ask(.post, path, as: ann)
        #expect(first.status == 200)
        let key = [("Idempotency-Key", "1")]
        let full = try await house.ask(.post, path, as: ann, key)
        #expect(house.outcome(full) == "409 fully_booked")
        let id = try #require(first.json?["booking_id"])
        guard case .string(let id) = id else { throw CancellationError() }
        #expect(try await house.ask(.post, "/bookings/\(id)/cancel", as: ann).status == 200)
        #expect(try await house.ask(.post, path, as: ann, key).status == 200)
        #expect(try places(house) == 30)
    }
}
