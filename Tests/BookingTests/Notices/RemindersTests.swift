import JSON
import Testing
import Time
import Workbench

@testable import Booking

@Suite("Reminders")
struct RemindersTests {
    /// A class on 1 February at 10 o'clock, booked two weeks before.
    private func booked(
        _ reception: Reception, by person: Person, at start: String = "2026-02-01T10:00:00Z"
    ) async throws -> String {
        let yoga = try await reception.makeClass(at: start)
        let answer = try await reception.house.ask(
            .post, "/bookings", ["class_id": .string(yoga)], as: person)
        guard case .string(let id)? = answer.json?["id"] else { throw CancellationError() }
        return id
    }

    private func move(_ house: House, to moment: String) throws {
        let moment = try #require(Instant(rfc3339: moment))
        house.clock.move(moment.seconds - house.clock.clock.now.seconds)
    }

    private func planned(_ house: House) async throws -> [String] {
        let search = DeliverySearch(
            state: nil, channel: "mail", bookingID: nil,
            page: .init(number: 1, limit: 100, isEnveloped: false))
        return try await Deliveries(house.notices).found(search).0.reversed()
            .filter { $0.kind == Reminders.kind }.compactMap(\.bookingID)
    }

    @Test("People are reminded a day before, once: after a restart and a clock set back too")
    func once() async throws {
        let reception = try await Reception()
        let house = reception.house
        let id = try await booked(reception, by: reception.una)
        let reminders = Reminders(house.notices, before: .seconds(86_400))
        try move(house, to: "2026-01-31T09:59:59Z")
        #expect(try await reminders.remindAll() == 0)
        try move(house, to: "2026-01-31T10:00:00Z")
        #expect(try await reminders.remindAll() == 1)
        #expect(try await planned(house) == [id])
        #expect(try await reminders.remindAll() == 0)
        let again = Reminders(house.notices, before: .seconds(86_400))
        try move(house, to: "2026-01-31T08:00:00Z")
        #expect(try await again.remindAll() == 0)
        try move(house, to: "2026-01-31T12:00:00Z")
        #expect(try await again.remindAll() == 0)
        #expect(try await planned(house) == [id])
    }

    @Test("Nobody is reminded of what was cancelled, has begun, or was booked within the day")
    func notNeeded() async throws {
        let reception = try await Reception()
        let house = reception.house
        let reminders = Reminders(house.notices, before: .seconds(86_400))
        let cancelled = try await booked(reception, by: reception.una)
        let answer = try await house.ask(
            .post, "/bookings/\(cancelled)/cancel", [:], as: reception.una)
        #expect(answer.status == 200)
        let early = try await booked(reception, by: reception.una, at: "2026-01-31T10:00:00Z")
        let yoga = try await reception.makeClass()
        try move(house, to: "2026-01-31T11:00:00Z")
        let una = try await house.signIn("una")
        let late = try await house.ask(
            .post, "/bookings", ["class_id": .string(yoga)], as: una)
        #expect(late.status == 201)
        #expect(try await reminders.remindAll() == 0)
        #expect(try await planned(house).isEmpty)
        #expect(early != cancelled)
    }

    @Test("Whoever's class is moved is reminded of its new start too")
    func moved() async throws {
        let reception = try await Reception()
        let house = reception.house
        let reminders = Reminders(house.notices, before: .seconds(86_400))
        let id = try await booked(reception, by: reception.una)
        try move(house, to: "2026-01-31T12:00:00Z")
        #expect(try await reminders.remindAll() == 1)
        try await house.database.write { tx in
            _ = try tx.run(
                "update occasion set starts_at = starts_at + 604800000, ends_at = ends_at + 604800000"
            )
        }
        #expect(try await reminders.remindAll() == 0)
        try move(house, to: "2026-02-07T12:00:00Z")
        #expect(try await reminders.remindAll() == 1)
        #expect(try await planned(house) == [id, id])
    }

    @Test("Very many are reminded in parts")
    func many() async throws {
        let reception = try await Reception()
        let house = reception.house
        let event = try await reception.makeEvent(seats: 1_000)
        for _ in 0..<(Reminders.mostAtOnce + 3) {
            let answer = try await house.ask(
                .post, "/bookings", ["event_id": .string(event), "seats": 1], as: reception.una)
            #expect(answer.status == 201)
        }
        try move(house, to: "2026-01-31T12:00:00Z")
        let reminders = Reminders(house.notices, before: .seconds(86_400))
        #expect(try await reminders.remindAll() == Reminders.mostAtOnce + 3)
        #expect(try await reminders.remindAll() == 0)
    }
}
