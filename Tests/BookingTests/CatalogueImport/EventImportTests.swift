import Testing
import Time

@testable import Booking

@Suite("Bringing events over")
struct EventImportTests {
    @Test("An event comes in its document's spelling, and nobody leads it")
    func whole() async throws {
        let van = try await RemovalVan(.events)
        try await van.bring(
            "event_id,event_name,event_venue,event_date,event_end,event_availibility,price",
            "3,Gala,Town Hall,2025-12-31T19:00:00,2026-01-01T02:00:00,0,25")
        let event = try #require(try van.occasions().first)
        #expect(event.kind == .event)
        #expect(event.facts.title == "Gala")
        #expect(event.facts.location == "Town Hall")
        #expect(event.facts.startsAt == Instant(rfc3339: "2025-12-31T19:00:00Z"))
        #expect(event.facts.endsAt == Instant(rfc3339: "2026-01-01T02:00:00Z"))
        #expect(event.facts.capacity == 0)
        #expect(event.facts.price == 2_500)
        #expect(event.facts.host == nil)
        try van.verify()
    }

    @Test("What is left is how many there are only where nothing else tells it")
    func capacity() async throws {
        let van = try await RemovalVan(.events)
        try await van.bring(
            "event_name,event_venue,event_date,event_availability,event_capacity",
            "a,Hall,2030-01-01T10:00:00Z,3,100", "b,Hall,2030-01-02T10:00:00Z,3,")
        #expect(try van.occasions().map(\.facts.capacity) == [100, 3])
    }

    @Test("Two spellings of what is left have to say the same")
    func conflict() async throws {
        let van = try await RemovalVan(.events)
        let found = try van.refusals(
            "event_name,event_venue,event_date,event_availability,event_availibility",
            "a,Hall,2030-01-01T10:00:00Z,3,3", "b,Hall,2030-01-01T10:00:00Z,3,4")
        #expect(found == [3: ["event_availibility must be the same as event_availability"]])
    }

    @Test("It needs a name, a venue, a date and its places")
    func missing() async throws {
        let van = try await RemovalVan(.events)
        let found = try van.refusals("event_name,description", ",something")
        #expect(
            Set(found[2] ?? []) == [
                "event_name is missing", "event_availability is missing", "event_date is missing",
                "event_venue is missing",
            ])
    }
}
