import JSON
import Testing
import Time

@testable import Booking

@Suite("The moment since when an imported user is known")
struct ImportedMomentTests {
    private func moment(_ value: JSON) throws -> String? {
        try ReadUser.row(["created_at": value]).createdAt?.rfc3339
    }

    @Test(
        "May be a date and a time, with an offset or in UTC",
        arguments: [
            "2025-06-09T17:23:00.000Z", "2025-06-09T17:23:00", "2025-06-09 17:23:00",
            "2025-06-09 17:23:00.000000", "2025-06-09T19:23:00+02:00", "2025-06-09 17:23:00+00",
            "2025-06-09 11:53:00-0530", "2025-06-09 17:23:00 +0000", "2025-06-09 17:23:00 UTC",
            " 2025-06-09t17:23:00z ", "2025-06-09 17:23:00.000-00", "2025-06-09 17:23:00 +00:00",
        ])
    func dateAndTime(_ text: String) throws {
        #expect(try moment(.string(text)) == "2025-06-09T17:23:00.000Z")
    }

    @Test("Keeps milliseconds and cuts what is finer")
    func fraction() throws {
        #expect(try moment("2025-06-09 17:23:00.123987") == "2025-06-09T17:23:00.123Z")
        #expect(try moment("2025-06-09 17:23:00.5+00") == "2025-06-09T17:23:00.500Z")
    }

    @Test("May be a date, which means its start in UTC")
    func date() throws {
        #expect(try moment("2025-06-09") == "2025-06-09T00:00:00.000Z")
        #expect(try moment("1999-12-31") == "1999-12-31T00:00:00.000Z")
    }

    @Test("May be seconds or milliseconds since 1970, as a number or as text")
    func epoch() throws {
        for value in [1_749_489_780, 1_749_489_780_000, "1749489780", "1749489780000"] as [JSON] {
            #expect(try moment(value) == "2025-06-09T17:23:00.000Z")
        }
        #expect(try moment("1749489780.5") == "2025-06-09T17:23:00.500Z")
        #expect(try moment(JSON.parse("1749489780.123987")) == "2025-06-09T17:23:00.123Z")
    }

    @Test("May be what MongoDB exports")
    func mongo() throws {
        let long: JSON = ["$date": ["$numberLong": "1749489780000"]]
        #expect(try moment(long) == "2025-06-09T17:23:00.000Z")
        #expect(try moment(["$date": "2025-06-09T17:23:00Z"]) == "2025-06-09T17:23:00.000Z")
    }

    @Test(
        "Is refused when it is none, or could be another",
        arguments: [
            JSON.string("09/06/2025"), "2025-02-30", "0000-00-00 00:00:00", "2025-06-09 25:00:00",
            "20250609", 20_250_609, "45817.72", "-1749489780", "1e12", "1749489780.", ".5", "+",
            "-",
            "2025-06-09 17:23:00 CET", "2025-06-09 17:23:00+2", "2025", true, ["x"],
            "99999999999999999999", "2025-06-09T17:23:00++0000",
        ] as [JSON])
    func refused(_ value: JSON) {
        #expect(
            ReadUser.faults(["createdat": value]) == [
                "createdat must be a moment such as 2026-01-15T09:00:00Z, or seconds since 1970"
            ])
    }
}
