import Testing
import Time

@testable import Booking

@Suite("Availability when clocks are set")
struct AvailabilityClockTests {
    @Test("A time that clocks jump over is no start")
    func gap() throws {
        let salon = try Salon("America/New_York", hours: "sun 01:00-05:00")
        #expect(
            try salon.starts("2026-03-08 00:00", "2026-03-09 00:00")
                == ["Sun 01:00", "Sun 01:30", "Sun 03:00", "Sun 03:30", "Sun 04:00"])
    }

    @Test("A time that clocks show twice is a start twice")
    func overlap() throws {
        let salon = try Salon("America/New_York", minutes: 30, hours: "sun 00:30-02:30")
        #expect(
            try salon.starts("2026-11-01 00:00", "2026-11-02 00:00")
                == [
                    "Sun 00:30", "Sun 01:00", "Sun 01:30", "Sun 01:00", "Sun 01:30", "Sun 02:00",
                ])
    }

    @Test("Hours that end in the hour that comes twice are over at its end both times")
    func overlapAtClosing() throws {
        let salon = try Salon("America/New_York", minutes: 30, hours: "sun 00:30-01:30")
        #expect(
            try salon.starts("2026-11-01 00:00", "2026-11-02 00:00")
                == ["Sun 00:30", "Sun 01:00", "Sun 01:00"])
    }

    @Test("Hours that begin in a gap begin when clocks have jumped")
    func gapAtOpening() throws {
        let salon = try Salon("America/New_York", minutes: 30, hours: "sun 02:30-04:00")
        #expect(
            try salon.starts("2026-03-08 00:00", "2026-03-09 00:00") == ["Sun 03:00", "Sun 03:30"])
    }

    @Test("A night is an hour longer in autumn and an hour shorter in spring")
    func nights() throws {
        let hours = "sat 22:00-24:00, sun 00:00-06:00"
        let longest = { (minutes: Int, date: String) in
            let salon = try Salon("Europe/Berlin", minutes: minutes, hours: hours)
            return try salon.refusal("\(date) 22:00") == nil
        }
        #expect(try longest(540, "2026-10-24"))
        #expect(try !longest(541, "2026-10-24"))
        #expect(try longest(420, "2026-03-28"))
        #expect(try !longest(421, "2026-03-28"))
        #expect(try longest(480, "2026-06-06"))
        #expect(try !longest(481, "2026-06-06"))
    }

    @Test("Clocks that are set by half an hour keep the grid by what they show")
    func halfHour() throws {
        let salon = try Salon("Australia/Lord_Howe", minutes: 60, step: 60)
        #expect(
            try salon.starts("2026-04-05 00:00", "2026-04-05 03:00")
                == ["Sun 00:00", "Sun 01:00", "Sun 02:00"])
        #expect(
            try salon.starts("2026-10-04 00:00", "2026-10-04 04:00")
                == ["Sun 00:00", "Sun 01:00", "Sun 03:00"])
    }

    @Test("A day that a zone left out has no starts, and the hours around it touch")
    func dayLeftOut() throws {
        let salon = try Salon("Pacific/Apia", minutes: 120, step: 60, hours: "daily 00:00-24:00")
        #expect(
            try salon.starts("2011-12-29 22:00", "2011-12-31 02:00")
                == ["Thu 22:00", "Thu 23:00", "Sat 00:00", "Sat 01:00"])
        let fridays = try Salon("Pacific/Apia", hours: "fri 09:00-17:00")
        #expect(try fridays.starts("2011-12-29 00:00", "2012-01-01 00:00") == [])
    }

    @Test("Clocks are found to be set within one interval more than once")
    func spans() throws {
        let zone = try ZoneFiles.zone("Africa/Casablanca")
        let start = try #require(Instant(rfc3339: "2026-01-01T00:00:00Z"))
        let end = try #require(Instant(rfc3339: "2026-06-01T00:00:00Z"))
        let spans = zone.spans(of: Interval(start, end))
        #expect(spans.map(\.offset) == [3_600_000, 0, 3_600_000])
        #expect(
            spans.map(\.interval.start.rfc3339) == [
                "2026-01-01T00:00:00.000Z", "2026-02-15T02:00:00.000Z", "2026-03-22T02:00:00.000Z",
            ])
        #expect(spans.last?.interval.end == end)
    }

    @Test(
        "Spans follow each other, and change where clocks are set",
        arguments: [
            "Africa/Casablanca", "America/New_York", "America/Nuuk", "America/Sao_Paulo",
            "Antarctica/Troll", "Asia/Gaza", "Asia/Kathmandu", "Asia/Kolkata",
            "Australia/Lord_Howe", "Europe/Berlin", "Europe/Dublin", "Pacific/Apia", "UTC",
        ])
    func allSpans(name: String) throws {
        let zone = try ZoneFiles.zone(name)
        let start = try #require(Instant(rfc3339: "1975-01-01T00:00:00Z"))
        let end = try #require(Instant(rfc3339: "2045-06-30T11:59:59.999Z"))
        let spans = zone.spans(of: Interval(start, end))
        #expect(spans.first?.interval.start == start)
        #expect(spans.last?.interval.end == end)
        for (span, next) in zip(spans, spans.dropFirst()) {
            #expect(span.interval.end == next.interval.start)
            #expect(span.offset != next.offset)
        }
        for span in spans {
            let last = span.interval.end - .milliseconds(1)
            #expect(Int64(zone.offset(at: span.interval.start)) * 1_000 == span.offset)
            #expect(Int64(zone.offset(at: last)) * 1_000 == span.offset)
        }
    }
}
