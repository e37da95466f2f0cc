import Testing
import Time

@testable import Booking

@Suite("Bringing sessions over")
struct SessionImportTests {
    @Test("A session comes with its facilitator, its price and its end")
    func whole() async throws {
        let van = try await RemovalVan(.sessions)
        let fay = try await van.house.person("fay", role: "facilitator")
        let line =
            #"{"id":7,"title":"Silence","facilitator":"fay","session_type":"retreat","#
            + #""start_time":"2024-05-01T10:00:00","end_time":"2024-05-03 12:00:00","#
            + #""capacity":12,"price":149.5,"description":"Three days"}"#
        #expect(try await van.bring(line, as: "sessions.jsonl") == 1)
        let session = try #require(try van.occasions().first)
        #expect(session.kind == .session)
        #expect(session.facts.host == fay.id)
        #expect(session.facts.category == "retreat")
        #expect(session.facts.startsAt == Instant(rfc3339: "2024-05-01T10:00:00Z"))
        #expect(session.facts.endsAt == Instant(rfc3339: "2024-05-03T12:00:00Z"))
        #expect(session.facts.capacity == 12)
        #expect(session.facts.price == 14_950)
        #expect(session.facts.currency == "EUR")
        try van.verify()
    }

    @Test("What isn't said is as where one is made: one place, free of charge, no retreat")
    func defaults() async throws {
        let van = try await RemovalVan(.sessions)
        try await van.house.person("fay", role: "facilitator")
        try await van.bring(
            "title\tfacilitator\tstart_time\tend_time",
            "Talk\tfay@example.com\t2030-05-01T10:00:00Z\t2030-05-01T11:00:00Z", as: "s.tsv")
        let facts = try #require(try van.occasions().first?.facts)
        #expect(facts.capacity == 1)
        #expect(facts.price == 0)
        #expect(facts.category == "session")
        #expect(facts.status == .active)
    }

    @Test("It has a facilitator, an end behind its start, and is of a known sort")
    func faults() async throws {
        let van = try await RemovalVan(.sessions)
        try await van.house.person("fay", role: "facilitator")
        let found = try van.refusals(
            "title,facilitator,session_type,start_time,end_time,price",
            "a,,,2030-05-01T10:00:00Z,2030-05-01T11:00:00Z,0",
            "b,fay,party,2030-05-01T10:00:00Z,2030-05-01T11:00:00Z,0",
            "c,fay,,2030-05-01T10:00:00Z,2030-05-01T10:00:00Z,0",
            "d,fay,,2030-05-01T10:00:00Z,,0", "e,fay,,2030-05-01T10:00:00Z,2030-05-02,1.234",
            "f,fay,,2030-05-01T10:00:00Z,2031-05-03,0")
        #expect(found[2] == ["facilitator is missing"])
        #expect(found[3] == ["session_type must be session or retreat"])
        #expect(found[4] == ["end_time must be after the start"])
        #expect(found[5] == ["end_time is missing"])
        #expect(found[7] == ["end_time must be at most 366 days after the start"])
        #expect(found[6] == ["price must have at most 2 decimals"])
    }
}
