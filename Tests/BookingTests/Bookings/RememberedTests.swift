import JSON
import SQLite
import Testing
import Time
import Workbench

@testable import Booking

/// What the writer remembers between bookings must be what it would read.
@Suite("What is remembered between bookings")
struct RememberedTests {
    @Test("Is read again when the class is another one than it was")
    func changedClass() async throws {
        let reception = try await Reception()
        let yoga = try await reception.makeClass(slots: 2)
        _ = try await reception.book(["class_id": .string(yoga)])
        let change = try await reception.house.ask(
            .patch, "/classes/\(yoga)",
            ["name": "Zumba", "schedule": "2026-02-02T11:00:00Z", "slots": 3],
            as: reception.asha)
        #expect(change.status == 200)
        let other = try await reception.tryBook(["class_id": .string(yoga)], as: reception.vic)
        #expect(other.json?["class_name"] == "Zumba")
        #expect(other.json?["class_date"] == "2026-02-02")
        #expect(try await reception.free(class: yoga) == 1)
        try reception.verify()
    }

    @Test("Is read again when the class is cancelled, and its places are those of now")
    func cancelledClass() async throws {
        let reception = try await Reception()
        let yoga = try await reception.makeClass(slots: 1)
        let booking = try await reception.book(["class_id": .string(yoga)])
        let body: JSON = ["class_id": .string(yoga)]
        #expect(
            try await reception.outcome(ofBooking: body, as: reception.vic) == "409 fully_booked")
        #expect(try await reception.cancel(booking).status == 200)
        #expect(try await reception.outcome(ofBooking: body, as: reception.vic) == "201")
        let cancelled = try await reception.house.ask(
            .delete, "/classes/\(yoga)", as: reception.asha)
        #expect(cancelled.status < 300)
        #expect(try await reception.outcome(ofBooking: body) == "404 not_found")
        try reception.verify()
    }

    @Test("Is forgotten where all rows of a table go at once")
    func allAtOnce() async throws {
        let reception = try await Reception()
        let yoga = try await reception.makeClass()
        _ = try await reception.book(["class_id": .string(yoga)])
        let una = reception.una.id
        await #expect(throws: CancellationError.self) {
            try await reception.house.database.write { tx in
                #expect(try UserStore.isActive(una, tx))
                #expect(try OccasionStore.occasion(toBook: yoga, .class, tx) != nil)
                try tx.run("pragma defer_foreign_keys = on")
                for table in ["occasion_places", "occasion", "account"] as [SQL] {
                    try tx.run("delete from \(table)")
                }
                #expect(try UserStore.isActive(una, tx) == false)
                #expect(try OccasionStore.occasion(toBook: yoga, .class, tx) == nil)
                throw CancellationError()
            }
        }
        let body: JSON = ["class_id": .string(yoga)]
        #expect(try await reception.outcome(ofBooking: body, as: reception.vic) == "201")
    }
}
