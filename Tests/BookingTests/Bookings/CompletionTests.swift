import JSON
import Testing
import Workbench

@testable import Booking

@Suite("Bookings that complete by themselves")
struct CompletionTests {
    @Test("Are those that are confirmed and ended long enough ago, and nothing else")
    func due() async throws {
        let reception = try await Reception()
        let service = try await reception.makeService()
        let soon = { (time: String) -> JSON in
            ["service_id": .string(service), "start_time": .string("2026-01-15T\(time)Z")]
        }
        let pending = try await reception.book(soon("09:10:00"))
        let confirmed = try await reception.book(soon("10:10:00"))
        let later = try await reception.book(soon("11:20:00"))
        for id in [confirmed, later] {
            _ = try await reception.change(id, ["status": "confirmed"], as: reception.admin)
        }
        let cancelled = try await reception.book(["slot": "2026-01-15T09:10:00Z"])
        _ = try await reception.cancel(cancelled)
        let event = try await reception.book([
            "event_id": .string(reception.makeEvent(at: "2026-01-15T09:20:00Z"))
        ])
        // A quarter past one: an hour and five minutes behind the end of the second.
        reception.house.clock.move(3 * 3_600 + 15 * 60)
        let bookings = reception.house.catalogue.bookings
        #expect(try await bookings.completeAll(behind: .seconds(3_600)) == 2)
        #expect(try await bookings.completeAll(behind: .seconds(3_600)) == 0)
        let states = try reception.house.database.read(within: .seconds(5)) { reader in
            try [pending, confirmed, later, cancelled, event].map {
                try BookingStore.booking($0, reader)?.state
            }
        }
        #expect(states == [.pending, .completed, .confirmed, .cancelled, .completed])
        #expect(
            try reception.entries(confirmed).last == "booking.completed")
        try reception.verify()
    }
}
