import JSON
import Testing
import Workbench

@testable import Booking

/// Time of the house itself, of which there is one book.
@Suite("A slot")
struct HouseSlotTests {
    private func slot(
        _ reception: Reception, _ start: String, as person: Person? = nil
    ) async throws -> RawAnswer {
        try await reception.house.ask(
            .post, "/bookings?slot=\(start)", as: person ?? reception.una)
    }

    @Test("Is booked by the query alone, without a body, and takes half an hour")
    func query() async throws {
        let reception = try await Reception()
        let answer = try await slot(reception, "2026-02-01T14:30:00")
        #expect(answer.status == 201)
        #expect(answer.json?["kind"] == "slot")
        #expect(answer.json?["state"] == "confirmed")
        #expect(answer.json?["slot"] == "2026-02-01T14:30:00.000Z")
        #expect(answer.json?["end_time"] == "2026-02-01T15:00:00.000Z")
        try reception.verify()
    }

    @Test("Is given to one only, whoever asks, and the next one is free")
    func taken() async throws {
        let reception = try await Reception()
        #expect(try await slot(reception, "2026-02-01T14:30:00").status == 201)
        let refused = try await slot(reception, "2026-02-01T14:59:59", as: reception.vic)
        #expect(reception.house.outcome(refused) == "409 slot_taken")
        guard case .array(let times)? = refused.json?["alternatives"] else {
            throw RawClient.Failure.unexpected(refused.text)
        }
        #expect(times.count == 5)
        #expect(
            try await slot(reception, "2026-02-01T15:00:00", as: reception.vic).status == 201)
        #expect(
            reception.house.outcome(try await slot(reception, "2026-02-01T14:30:00"))
                == "409 slot_taken")
    }

    @Test("Is in a body as well, with an offset or without")
    func body() async throws {
        let reception = try await Reception()
        let body: JSON = ["slot": "2026-02-01T20:00:00+05:30"]
        let answer = try await reception.tryBook(body)
        #expect(answer.json?["slot"] == "2026-02-01T14:30:00.000Z")
        #expect(
            reception.house.outcome(try await slot(reception, "2026-02-01T14:30:00Z"))
                == "409 slot_taken")
    }

    @Test("Lies in the future")
    func past() async throws {
        let reception = try await Reception()
        let past = try await slot(reception, "2026-01-15T09:00:00")
        #expect(reception.house.outcome(past) == "422 start_in_past")
        #expect(past.blamed == ["slot"])
        #expect(try await slot(reception, "tomorrow").status == 422)
    }
}
