import Testing
import Time

/// Answers that were worked out by hand from what the laws of these places say.
@Suite("Known times")
struct KnownTimesTests {
    @Test(
        "A local time is a moment",
        arguments: [
            ("UTC", "2026-01-15 09:00", "2026-01-15T09:00:00Z"),
            ("Asia/Kolkata", "2026-01-15 09:00", "2026-01-15T03:30:00Z"),
            ("Asia/Kathmandu", "2026-01-15 09:00", "2026-01-15T03:15:00Z"),
            ("Asia/Kathmandu", "1985-12-31 09:00", "1985-12-31T03:30:00Z"),
            // Summer is Irish standard time, winter an hour less.
            ("Europe/Dublin", "2026-01-15 09:00", "2026-01-15T09:00:00Z"),
            ("Europe/Dublin", "2026-07-15 09:00", "2026-07-15T08:00:00Z"),
            // Morocco sets clocks back for Ramadan.
            ("Africa/Casablanca", "2026-03-01 12:00", "2026-03-01T12:00:00Z"),
            ("Africa/Casablanca", "2026-04-01 12:00", "2026-04-01T11:00:00Z"),
            ("Australia/Lord_Howe", "2026-01-15 09:00", "2026-01-14T22:00:00Z"),
            ("Australia/Lord_Howe", "2026-07-15 09:00", "2026-07-14T22:30:00Z"),
            // Behind the last change of the file, by the rule.
            ("Europe/Berlin", "2099-07-01 12:00", "2099-07-01T10:00:00Z"),
            ("America/New_York", "9999-01-04 12:00", "9999-01-04T17:00:00Z"),
            ("America/New_York", "9999-07-04 12:00", "9999-07-04T16:00:00Z"),
            ("Pacific/Apia", "9999-12-31 23:59:59", "9999-12-31T10:59:59Z"),
            // Before the first one, by the sun.
            ("Europe/Berlin", "1890-01-01 00:00", "1889-12-31T23:06:32Z"),
            ("America/New_York", "1800-01-01 00:00", "1800-01-01T04:56:02Z"),
        ])
    func once(name: String, local: String, moment: String) throws {
        let zone = try ZoneVectors.zone(name)
        let instant = try #require(Instant(rfc3339: moment))
        let local = try LocalTime(local)
        #expect(zone.instants(of: local) == .once(instant))
        #expect(zone.instant(of: local) == instant)
        #expect(zone.local(at: instant) == local)
    }

    @Test(
        "A time that clocks jump over is shifted forward by as much as they are set",
        arguments: [
            ("America/New_York", "2026-03-08 02:30", "2026-03-08 03:30"),
            ("America/New_York", "2026-03-08 02:00", "2026-03-08 03:00"),
            ("America/New_York", "2026-03-08 02:59:59", "2026-03-08 03:59:59"),
            ("America/New_York", "2099-03-08 02:30", "2099-03-08 03:30"),
            ("Australia/Lord_Howe", "2026-10-04 02:15", "2026-10-04 02:45"),
            ("Africa/Casablanca", "2026-03-22 02:30", "2026-03-22 03:30"),
            ("Europe/Dublin", "2026-03-29 01:30", "2026-03-29 02:30"),
            ("America/Nuuk", "2026-03-28 23:30", "2026-03-29 00:30"),
            ("Antarctica/Troll", "2026-03-29 02:00", "2026-03-29 04:00"),
            ("Asia/Gaza", "2099-03-28 02:30", "2099-03-28 03:30"),
            // Samoa went to the other side of the date line.
            ("Pacific/Apia", "2011-12-30 00:00", "2011-12-31 00:00"),
            ("Pacific/Apia", "2011-12-30 23:59:59", "2011-12-31 23:59:59"),
        ])
    func never(name: String, missing: String, shown: String) throws {
        let zone = try ZoneVectors.zone(name)
        let missing = try LocalTime(missing)
        guard case .never(let jump, let shifted) = zone.instants(of: missing) else {
            Issue.record("\(missing.text) is shown")
            return
        }
        #expect(zone.local(at: shifted) == (try LocalTime(shown)))
        #expect(zone.instant(of: missing) == shifted)
        #expect(zone.local(at: jump) > missing)
        #expect(zone.local(at: Instant(seconds: jump.seconds - 1)) < missing)
    }

    @Test(
        "Of a time that clocks show twice, the first is meant",
        arguments: [
            ("America/New_York", "2026-11-01 01:30", "2026-11-01T05:30:00Z", 3_600),
            ("America/New_York", "9998-11-01 01:00", "9998-11-01T05:00:00Z", 3_600),
            ("Australia/Lord_Howe", "2026-04-05 01:45", "2026-04-04T14:45:00Z", 1_800),
            ("Africa/Casablanca", "2026-02-15 02:30", "2026-02-15T01:30:00Z", 3_600),
            ("Europe/Dublin", "2026-10-25 01:30", "2026-10-25T00:30:00Z", 3_600),
            ("America/Nuuk", "2026-10-24 23:30", "2026-10-25T00:30:00Z", 3_600),
            ("Antarctica/Troll", "2026-10-25 02:00", "2026-10-25T00:00:00Z", 7_200),
        ])
    func twice(name: String, local: String, moment: String, seconds: Int64) throws {
        let zone = try ZoneVectors.zone(name)
        let first = try #require(Instant(rfc3339: moment))
        let second = Instant(seconds: first.seconds + seconds)
        let local = try LocalTime(local)
        #expect(zone.instants(of: local) == .twice(first, second))
        #expect(zone.instant(of: local) == first)
        #expect([first, second].allSatisfy { zone.local(at: $0) == local })
    }

    @Test("A begun second is cut off, before 1970 too")
    func milliseconds() throws {
        let zone = try ZoneVectors.zone("Asia/Kolkata")
        #expect(zone.local(at: Instant(milliseconds: 999)).text == "1970-01-01 05:30:00")
        #expect(zone.local(at: Instant(milliseconds: -1)).text == "1970-01-01 05:29:59")
    }
}
