import Testing
import Time

@testable import Booking

@Suite("Alternatives to a start")
struct AlternativesTests {
    private func alternatives(_ salon: Salon, near start: String) throws -> [String] {
        salon.shown(salon.availability.alternatives(near: try salon.moment(start)))
    }

    @Test("They are the five that are nearest, in the order of time")
    func nearest() throws {
        var salon = try Salon(minutes: 30, hours: "mon 09:00-17:00")
        try salon.book("2026-06-01 12:00")
        #expect(
            try alternatives(salon, near: "2026-06-01 12:00")
                == ["Mon 10:30", "Mon 11:00", "Mon 11:30", "Mon 12:30", "Mon 13:00"])
    }

    @Test("Near the end of a day they come from before it")
    func end() throws {
        var salon = try Salon(minutes: 30, hours: "mon 09:00-17:00")
        try salon.book("2026-06-01 16:30")
        #expect(
            try alternatives(salon, near: "2026-06-01 16:30")
                == ["Mon 14:00", "Mon 14:30", "Mon 15:00", "Mon 15:30", "Mon 16:00"])
    }

    @Test("Where a day has too few of them, those of the week are found")
    func week() throws {
        var salon = try Salon(minutes: 60, hours: "mon 09:00-11:00, thu 09:00-11:00")
        try salon.book("2026-06-01 09:00")
        #expect(
            try alternatives(salon, near: "2026-06-01 09:00")
                == ["Thu 10:00", "Mon 10:00", "Thu 09:00", "Thu 09:30", "Thu 10:00"])
    }

    @Test("There are fewer where the week has no more, and none where it has none")
    func few() throws {
        var salon = try Salon(minutes: 60, hours: "mon 09:00-10:00", now: "2026-06-01 09:00")
        try salon.book("2026-06-01 09:00")
        #expect(try alternatives(salon, near: "2026-06-01 09:00") == ["Mon 09:00"])
        try salon.book("2026-06-08 09:00")
        #expect(try alternatives(salon, near: "2026-06-01 09:00") == [])
    }

    @Test("What they are taken from is said beforehand, for the claims that matter to it")
    func searched() throws {
        let salon = try Salon(minutes: 60)
        let moment = try salon.moment("2026-06-08 09:00")
        let range = Availability.searched(near: moment)
        #expect(range.start == (try salon.moment("2026-06-01 09:00")))
        #expect(range.contains(try salon.moment("2026-06-15 09:00")))
        #expect(!range.contains(try salon.moment("2026-06-15 09:01")))
    }
}
