import Testing
import Time

struct TimestampTests {
    @Test("The first second of 1970 is zero")
    func epoch() {
        #expect(Instant(rfc3339: "1970-01-01T00:00:00Z") == Instant(milliseconds: 0))
    }

    @Test(
        "An offset is taken off",
        arguments: [
            "2026-01-15T09:00:00Z", "2026-01-15T09:00:00+00:00", "2026-01-15T09:00:00-00:00",
            "2026-01-15T14:30:00+05:30", "2026-01-14T23:00:00-10:00", "2026-01-16T08:59:00+23:59",
        ])
    func offsets(text: String) throws {
        let timestamp = try #require(Timestamp(rfc3339: text))
        #expect(timestamp.instant == Instant(seconds: 1_768_467_600))
        #expect(timestamp.hasOffset)
    }

    @Test("Without an offset the text means UTC, and says so")
    func noOffset() throws {
        let timestamp = try #require(Timestamp(rfc3339: "2026-01-15T09:00:00"))
        #expect(timestamp.instant == Instant(seconds: 1_768_467_600))
        #expect(!timestamp.hasOffset)
    }

    @Test(
        "Date and time may be parted by T, t or a blank, and UTC be a small z",
        arguments: [
            "2026-01-15t09:00:00z", "2026-01-15 09:00:00Z",
        ])
    func separators(text: String) {
        #expect(Instant(rfc3339: text) == Instant(seconds: 1_768_467_600))
    }

    @Test(
        "A fraction is cut to milliseconds",
        arguments: [
            ("2026-01-15T09:00:00.1Z", 100), ("2026-01-15T09:00:00.12Z", 120),
            ("2026-01-15T09:00:00.123Z", 123), ("2026-01-15T09:00:00.1239Z", 123),
            ("2026-01-15T09:00:00.999999999999+00:00", 999),
        ])
    func fractions(text: String, milliseconds: Int64) {
        let expected = Instant(milliseconds: 1_768_467_600_000 + milliseconds)
        #expect(Instant(rfc3339: text) == expected)
    }

    @Test(
        "A leap second at the end of a UTC day is the millisecond before it",
        arguments: [
            "2016-12-31T23:59:60Z", "2016-12-31T23:59:60.5Z", "2017-01-01T05:29:60+05:30",
            "1968-12-31T15:59:60-08:00",
        ])
    func leapSecond(text: String) throws {
        let instant = try #require(Instant(rfc3339: text))
        #expect(instant.rfc3339.hasSuffix("-12-31T23:59:59.999Z"))
    }

    @Test(
        "A second 60 anywhere else is refused",
        arguments: [
            "2016-12-31T22:59:60Z", "2016-12-31T23:58:60Z", "2016-12-31T23:59:60+01:00",
            "2016-12-31T23:59:61Z",
        ])
    func falseLeapSecond(text: String) {
        #expect(Timestamp(rfc3339: text) == nil)
    }

    @Test("The four-digit years have an end on both sides")
    func range() {
        #expect(Instant(rfc3339: "0001-01-01T00:00:00Z") == Instant.writable.lowerBound)
        #expect(Instant(rfc3339: "9999-12-31T23:59:59.999Z") == Instant.writable.upperBound)
        #expect(Instant(rfc3339: "0000-12-31T23:59:59Z") == nil)
        #expect(Instant(rfc3339: "0001-01-01T00:00:00+00:01") == nil)
        #expect(Instant(rfc3339: "9999-12-31T23:59:59-00:01") == nil)
    }

    @Test(
        "What isn't RFC 3339 is refused",
        arguments: [
            "", "2026", "2026-01-15", "2026-01-15T", "2026-01-15T09", "2026-01-15T09:00",
            "2026-01-15T09:00Z", "2026-1-15T09:00:00Z", "26-01-15T09:00:00Z",
            "12026-01-15T09:00:00Z", "2026-01-15T9:00:00Z", "2026-01-15T24:00:00Z",
            "2026-01-15T09:60:00Z", "2026-01-15T09:00:00.Z", "2026-01-15T09:00:00,5Z",
            "2026-01-15T09:00:00+0530", "2026-01-15T09:00:00+05", "2026-01-15T09:00:00+24:00",
            "2026-01-15T09:00:00+05:60", "2026-01-15T09:00:00Zulu", "2026-01-15T09:00:00Z ",
            " 2026-01-15T09:00:00Z", "2026-01-15  09:00:00Z", "2026/01/15T09:00:00Z",
            "-026-01-15T09:00:00Z", "2026-01-15T09:00:00+05:30Z", "２０２６-01-15T09:00:00Z",
        ])
    func refused(text: String) {
        #expect(Timestamp(rfc3339: text) == nil)
    }

    @Test(
        "A date that the calendar doesn't have is refused",
        arguments: [
            "2026-02-29T00:00:00Z", "1900-02-29T00:00:00Z", "2026-04-31T00:00:00Z",
            "2026-00-01T00:00:00Z", "2026-13-01T00:00:00Z", "2026-01-00T00:00:00Z",
            "2026-01-32T00:00:00Z",
        ])
    func impossibleDate(text: String) {
        #expect(Timestamp(rfc3339: text) == nil)
    }
}
