import Testing
import Time

@Suite("A time of day")
struct TimeOfDayTests {
    @Test(
        "It is read with or without seconds, and written with them",
        arguments: [
            ("00:00", "00:00:00"), ("09:30", "09:30:00"), ("09:30:15", "09:30:15"),
            ("23:59:59", "23:59:59"),
        ])
    func read(text: String, written: String) throws {
        let time = try #require(TimeOfDay(text))
        #expect(time.text == written)
        #expect(TimeOfDay(written) == time)
    }

    @Test(
        "Another spelling is refused, and so is what no clock shows",
        arguments: [
            "", "9:30", "0930", "09:3", "09:30:", "09:30:1", "09:30:15.5", "09:30Z", " 09:30",
            "24:00", "23:60", "23:59:60", "-1:00", "09-30", "０9:30",
        ])
    func refused(text: String) {
        #expect(TimeOfDay(text) == nil)
    }

    @Test("Its parts are those it was made of")
    func parts() throws {
        let time = try #require(TimeOfDay(hour: 17, minute: 5, second: 9))
        #expect([time.hour, time.minute, time.second] == [17, 5, 9])
        #expect(time.secondsSinceMidnight == 61_509)
        #expect(TimeOfDay(secondsSinceMidnight: 61_509) == time)
        #expect(TimeOfDay(secondsSinceMidnight: 86_400) == nil)
        #expect(TimeOfDay(secondsSinceMidnight: -1) == nil)
        #expect(TimeOfDay(hour: 24, minute: 0) == nil)
    }

    @Test("Times of a day, and of days, are in the order of clocks")
    func order() throws {
        let texts = [
            "2025-12-31 23:59:59", "2026-01-01 00:00", "2026-01-01 09:00", "2026-01-02 00:00",
        ]
        let times = try texts.map { try LocalTime($0) }
        #expect(times.reversed().sorted() == times)
        #expect(TimeOfDay.midnight < (try #require(TimeOfDay("00:00:01"))))
    }

    @Test("A local time is told in seconds and back, before 1970 too")
    func seconds() throws {
        #expect(try LocalTime("1970-01-01 00:00").secondsSince1970 == 0)
        #expect(LocalTime(secondsSince1970: -1) == (try LocalTime("1969-12-31 23:59:59")))
        #expect(LocalTime(secondsSince1970: -86_400) == (try LocalTime("1969-12-31 00:00")))
    }

    @Test(
        "A date knows its weekday, Sunday being 0",
        arguments: [
            ("1970-01-01", 4), ("1969-12-28", 0), ("2026-03-08", 0), ("2024-02-29", 4),
            ("0001-01-01", 1), ("9999-12-31", 5),
        ])
    func weekdays(text: String, weekday: Int) throws {
        #expect(try #require(CivilDate(iso8601: text)).daysSinceSunday == weekday)
    }

    @Test("Days are added over the ends of months and years")
    func days() throws {
        let date = try #require(CivilDate(iso8601: "2024-02-28"))
        #expect(date.adding(days: 2).iso8601 == "2024-03-01")
        #expect(date.adding(days: -59).iso8601 == "2023-12-31")
    }
}
