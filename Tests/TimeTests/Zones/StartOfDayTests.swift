import Testing
import Time

@Suite("The start of a day")
struct StartOfDayTests {
    @Test(
        "It is the first moment of the date",
        arguments: [
            ("Asia/Kolkata", "2026-01-15", "2026-01-14T18:30:00Z"),
            ("America/New_York", "2026-03-08", "2026-03-08T05:00:00Z"),
            ("America/New_York", "2026-03-09", "2026-03-09T04:00:00Z"),
            // Clocks jumped from 00:00 to 01:00.
            ("America/Sao_Paulo", "2017-10-15", "2017-10-15T03:00:00Z"),
            // They went back from 00:00 to 23:00, so that the day before had 25 hours.
            ("America/Sao_Paulo", "2018-02-18", "2018-02-18T03:00:00Z"),
            // The day was left out.
            ("Pacific/Apia", "2011-12-30", "2011-12-30T10:00:00Z"),
            ("Pacific/Apia", "2011-12-31", "2011-12-30T10:00:00Z"),
        ])
    func starts(name: String, date: String, moment: String) throws {
        let date = try #require(CivilDate(iso8601: date))
        #expect(try ZoneVectors.zone(name).startOfDay(date).text == moment)
    }

    @Test("Where clocks jump from 23:30 to 00:30 the day begins at 00:30")
    func gapOverMidnight() throws {
        let zone = try Zone(rule: "AAA0BBB,M3.2.0/-0:30,M11.1.0")
        let start = zone.startOfDay(CivilDate(year: 2026, month: 3, day: 8))
        #expect(start.text == "2026-03-07T23:30:00Z")
        #expect(zone.local(at: start).text == "2026-03-08 00:30:00")
    }

    @Test("Where 00:00 is shown twice the first one counts")
    func doubledMidnight() throws {
        let zone = try Zone(rule: "CST5CDT,M3.2.0/0,M11.1.0/1")
        let start = zone.startOfDay(CivilDate(year: 2026, month: 11, day: 1))
        #expect(start.text == "2026-11-01T04:00:00Z")
    }
}
