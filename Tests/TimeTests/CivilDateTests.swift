import Testing
import Time

struct CivilDateTests {
    @Test(
        "A leap year is every fourth, but not the hundredth, but the four-hundredth",
        arguments: [
            ("1900-02-29", false), ("2000-02-29", true), ("2023-02-29", false),
            ("2024-02-29", true),
            ("2100-02-29", false), ("9996-02-29", true),
        ])
    func leapYears(text: String, isReal: Bool) {
        #expect((CivilDate(iso8601: text) != nil) == isReal)
    }

    @Test("A date reads back as it was written, and days follow each other without a gap")
    func roundTrip() {
        let first = CivilDate(year: 1, month: 1, day: 1).daysSince1970
        let last = CivilDate(year: 9999, month: 12, day: 31).daysSince1970
        #expect(last - first + 1 == 3_652_059)
        for days in stride(from: first, through: last, by: 101) {
            let date = CivilDate(daysSince1970: days)
            #expect(date.daysSince1970 == days)
            #expect(CivilDate(iso8601: date.iso8601) == date)
        }
    }

    @Test(
        "Another spelling of a date is refused",
        arguments: [
            "", "2026-1-15", "20260115", "2026-01-15Z", "2026-01-15 ", "0000-01-01",
            "2026-01-15T00:00",
            "+2026-01-15", "2026-06-31",
        ])
    func refused(text: String) {
        #expect(CivilDate(iso8601: text) == nil)
    }
}
