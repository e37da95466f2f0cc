import Testing
import Time

@Suite("The rule behind the last change")
struct YearlyRuleTests {
    @Test(
        "Clocks are set by it",
        arguments: [
            ("<+0545>-5:45", "2026-01-01T00:00:00Z", "2026-01-01 05:45:00"),
            ("LMT-0:53:28", "2026-01-01T00:00:00Z", "2026-01-01 00:53:28"),
            ("HST10", "2026-01-01T00:00:00Z", "2025-12-31 14:00:00"),
            ("EST+5EDT,M3.2.0,M11.1.0", "2026-03-08T06:59:59Z", "2026-03-08 01:59:59"),
            ("EST+5EDT,M3.2.0,M11.1.0", "2026-03-08T07:00:00Z", "2026-03-08 03:00:00"),
            ("EST+5EDT,M3.2.0,M11.1.0", "2026-11-01T06:00:00Z", "2026-11-01 01:00:00"),
            // The fifth Sunday is the last one.
            ("CET-1CEST,M3.5.0,M10.5.0/3", "2026-03-29T01:00:00Z", "2026-03-29 03:00:00"),
            ("CET-1CEST,M2.5.0,M10.5.0/3", "2026-02-22T01:00:00Z", "2026-02-22 03:00:00"),
            // Summer over the new year.
            ("NZST-12NZDT,M9.5.0,M4.1.0/3", "2026-01-01T00:00:00Z", "2026-01-01 13:00:00"),
            ("NZST-12NZDT,M9.5.0,M4.1.0/3", "2026-06-01T00:00:00Z", "2026-06-01 12:00:00"),
            // Winter is what differs.
            ("IST-1GMT0,M10.5.0,M3.5.0/1", "2026-01-01T00:00:00Z", "2026-01-01 00:00:00"),
            ("IST-1GMT0,M10.5.0,M3.5.0/1", "2026-07-01T00:00:00Z", "2026-07-01 01:00:00"),
            // Hours of the day before, and of two days after.
            ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2026-03-29T00:59:59Z", "2026-03-28 22:59:59"),
            ("<-02>2<-01>,M3.5.0/-1,M10.5.0/0", "2026-03-29T01:00:00Z", "2026-03-29 00:00:00"),
            ("EET-2EEST,M3.4.4/50,M10.4.4/50", "2026-03-27T23:59:59Z", "2026-03-28 01:59:59"),
            ("EET-2EEST,M3.4.4/50,M10.4.4/50", "2026-03-28T00:00:00Z", "2026-03-28 03:00:00"),
            // J60 is the first of March always, 59 only where there is no leap day.
            ("AAA0BBB,J60/0,J300/0", "2024-02-29T23:59:59Z", "2024-02-29 23:59:59"),
            ("AAA0BBB,J60/0,J300/0", "2024-03-01T00:00:00Z", "2024-03-01 01:00:00"),
            ("AAA0BBB,J60/0,J300/0", "2023-03-01T00:00:00Z", "2023-03-01 01:00:00"),
            ("AAA0BBB,59/0,300/0", "2024-02-29T00:00:00Z", "2024-02-29 01:00:00"),
            ("AAA0BBB,59/0,300/0", "2023-02-28T23:59:59Z", "2023-02-28 23:59:59"),
        ])
    func rules(rule: String, moment: String, shown: String) throws {
        let instant = try #require(Instant(rfc3339: moment))
        #expect(try Zone(rule: rule).local(at: instant).text == shown)
    }

    @Test(
        "Clocks that are ahead all year are never set",
        arguments: ["EST5EDT,0/0,J365/25", "XXX3EDT4,0/0,J365/23", "EST5EDT,0/0,J365/26"])
    func allYear(rule: String) throws {
        let zone = try Zone(rule: rule)
        for hours in stride(from: Int64(0), through: 24 * 366 * 3, by: 1) {
            let instant = Instant(seconds: 1_735_689_600 + hours * 3_600)
            #expect(zone.offset(at: instant) == -4 * 3_600)
        }
        let newYear = try LocalTime("2026-01-01 00:00")
        #expect(zone.instants(of: newYear) == .once(Instant(seconds: 1_767_240_000)))
    }

    @Test("It begins behind the last change, be that one that leaves the offset as it was")
    func afterLastChange() throws {
        // Four hours behind all year until March of 2018; then New York's rule, which is in summer.
        var file = TZifBytes(offsets: [-14_400, -14_400], footer: "EST5EDT,M3.2.0,M11.1.0")
        file.changes = [(1_520_751_600, 1)]
        let zone = try Zone(name: "America/Grand_Turk", tzif: file.bytes)
        let offsets = ["2017-12-01", "2018-02-01", "2018-07-01", "2018-12-01"].map { date in
            Instant(rfc3339: "\(date)T00:00:00Z").map { zone.offset(at: $0) / 3_600 }
        }
        #expect(offsets == [-4, -4, -4, -5])
    }

    @Test("Without a rule the last change holds for ever")
    func none() throws {
        var file = TZifBytes(offsets: [0, 7_200])
        file.changes = [(1_000_000_000, 1)]
        let zone = try Zone(name: "Test/None", tzif: file.bytes)
        #expect(zone.offset(at: Instant(seconds: 999_999_999)) == 0)
        #expect(zone.offset(at: Instant.writable.upperBound) == 7_200)
    }

    @Test(
        "Another spelling is refused",
        arguments: [
            "E5", "ES5", "EST", "<EST5", "<E>5", "EST25", "EST5:60", "EST5:00:60", "EST5 ",
            "EST5EDT", "EST5EDT,M3.2.0", "EST5EDT,M3.2.0,", "EST5EDT,M13.2.0,M11.1.0",
            "EST5EDT,M3.6.0,M11.1.0", "EST5EDT,M3.0.0,M11.1.0", "EST5EDT,M3.2.7,M11.1.0",
            "EST5EDT,M3.2,M11.1.0", "EST5EDT,J0,J300", "EST5EDT,J366,J300", "EST5EDT,366,300",
            "EST5EDT,M3.2.0/168,M11.1.0", "EST5EDT,M3.2.0/,M11.1.0", "EST5EDT,M3.2.0,M11.1.0,",
            "EST5EDT,M3.2.0,M11.1.0 ", "5", ":America/New_York", "EST5EDT,M03333.2.0,M11.1.0",
        ])
    func refused(rule: String) {
        #expect(throws: TZifFault.strangeRule) { try Zone(rule: rule) }
    }
}
