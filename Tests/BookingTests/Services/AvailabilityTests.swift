import Testing
import Time
import Web

@testable import Booking

/// 2026-06-01 is a Monday.
@Suite("Availability")
struct AvailabilityTests {
    @Test("Every start is listed whose appointment ends before closing")
    func hours() throws {
        let salon = try Salon(minutes: 60, hours: "mon 09:00-11:30, mon 14:00-15:00")
        #expect(
            try salon.starts("2026-06-01 00:00", "2026-06-03 00:00")
                == ["Mon 09:00", "Mon 09:30", "Mon 10:00", "Mon 10:30", "Mon 14:00"])
        #expect(try salon.refusal("2026-06-01 10:31") == .outsideHours)
        #expect(try salon.refusal("2026-06-01 11:30") == .outsideHours)
        #expect(try salon.refusal("2026-06-02 09:00") == .outsideHours)
    }

    @Test("The range takes a start at its beginning and none at its end")
    func range() throws {
        let salon = try Salon()
        #expect(
            try salon.starts("2026-06-01 09:00", "2026-06-01 10:00") == ["Mon 09:00", "Mon 09:30"])
        #expect(try salon.starts("2026-06-01 09:00", "2026-06-01 09:00") == [])
        #expect(try salon.starts("2026-06-01 10:00", "2026-06-01 09:00") == [])
    }

    @Test("An appointment goes on over midnight where the next day goes on, Sunday into Monday too")
    func midnight() throws {
        let salon = try Salon(
            minutes: 90, hours: "sun 22:00-24:00, mon 00:00-02:00, mon 23:30-24:00")
        #expect(
            try salon.starts("2026-05-31 20:00", "2026-06-02 20:00")
                == ["Sun 22:00", "Sun 22:30", "Sun 23:00", "Sun 23:30", "Mon 00:00", "Mon 00:30"])
    }

    @Test("One that is longer than a day fits where nothing closes")
    func long() throws {
        let salon = try Salon(minutes: 3_000, hours: "daily 00:00-24:00")
        #expect(try salon.refusal("2026-06-01 09:00") == nil)
        let closing = try Salon(minutes: 3_000, hours: "mon 00:00-24:00, tue 00:00-24:00")
        #expect(try closing.refusal("2026-06-01 00:00") == .outsideHours)
    }

    @Test("What is booked is taken, up to the moment of its end")
    func claims() throws {
        var salon = try Salon(minutes: 60, hours: "mon 09:00-13:00")
        try salon.book("2026-06-01 10:30")
        #expect(
            try salon.starts("2026-06-01 00:00", "2026-06-02 00:00")
                == ["Mon 09:00", "Mon 09:30", "Mon 11:30", "Mon 12:00"])
        #expect(try salon.refusal("2026-06-01 09:31") == .slotTaken)
        #expect(try salon.refusal("2026-06-01 11:29") == .slotTaken)
        #expect(try salon.refusal("2026-06-01 11:30") == nil)
    }

    @Test("A buffer is kept on both sides of what is booked, and may run on after closing")
    func buffer() throws {
        var salon = try Salon(minutes: 60, buffer: 30, hours: "mon 09:00-14:00")
        try salon.book("2026-06-01 11:00")
        #expect(
            try salon.starts("2026-06-01 00:00", "2026-06-02 00:00")
                == ["Mon 09:00", "Mon 09:30", "Mon 12:30", "Mon 13:00"])
        #expect(try salon.refusal("2026-06-01 09:31") == .slotTaken)
        #expect(try salon.refusal("2026-06-01 12:29") == .slotTaken)
    }

    @Test("What has begun is past, and what begins now is not")
    func past() throws {
        let salon = try Salon(now: "2026-06-01 09:00")
        #expect(
            try salon.starts("2026-06-01 08:00", "2026-06-01 10:00") == ["Mon 09:00", "Mon 09:30"])
        #expect(salon.availability.refusal(of: salon.now - .milliseconds(1)) == .startInPast)
        #expect(salon.availability.refusal(of: salon.now) == nil)
    }

    @Test("What has to be booked in advance is listed from there on")
    func lead() throws {
        let salon = try Salon(lead: 45, now: "2026-06-01 09:00")
        #expect(
            try salon.starts("2026-06-01 08:00", "2026-06-01 11:00") == ["Mon 10:00", "Mon 10:30"])
        #expect(try salon.refusal("2026-06-01 09:44:59") == .tooSoon)
        #expect(try salon.refusal("2026-06-01 09:45") == nil)
    }

    @Test("With a step only starts on it can be booked, counted from midnight by the clocks there")
    func step() throws {
        let salon = try Salon("Asia/Kolkata", step: 50)
        #expect(
            try salon.starts("2026-06-01 23:00", "2026-06-02 02:00")
                == ["Mon 23:20", "Tue 00:00", "Tue 00:50", "Tue 01:40"])
        #expect(try salon.refusal("2026-06-01 23:20") == nil)
        #expect(try salon.refusal("2026-06-01 23:20:01") == .offGrid)
        #expect(try salon.refusal("2026-06-02 00:10") == .offGrid)
        let start = try salon.moment("2026-06-02 00:50")
        #expect(salon.availability.refusal(of: start + .milliseconds(1)) == .offGrid)
    }

    @Test("Without a step any moment can be booked, and each half hour is listed")
    func noStep() throws {
        let salon = try Salon("Asia/Kathmandu")
        #expect(try salon.refusal("2026-06-01 09:07:13") == nil)
        #expect(
            try salon.starts("2026-06-01 09:10", "2026-06-01 10:10") == ["Mon 09:30", "Mon 10:00"])
    }

    @Test("Of several reasons the first is told: the past, the grid, the hours, the lead, others")
    func order() throws {
        var salon = try Salon(
            minutes: 60, lead: 7_200, step: 60, hours: "mon 09:00-17:00", now: "2026-06-01 10:00")
        try salon.book("2026-06-01 12:00")
        try salon.book("2026-06-08 12:00")
        #expect(try salon.refusal("2026-06-01 07:30") == .startInPast)
        #expect(try salon.refusal("2026-06-01 18:30") == .offGrid)
        #expect(try salon.refusal("2026-06-01 18:00") == .outsideHours)
        #expect(try salon.refusal("2026-06-01 12:00") == .tooSoon)
        #expect(try salon.refusal("2026-06-08 12:00") == .slotTaken)
        #expect(try salon.refusal("2026-06-08 13:00") == nil)
    }

    @Test("Each reason has a status and a code of its own")
    func problems() {
        let told = StartRefusal.allCases.map { "\($0.problem.status.code) \($0.problem.code)" }
        #expect(
            told == [
                "422 start_in_past", "422 off_grid", "400 outside_hours", "400 too_soon",
                "409 slot_taken",
            ])
        #expect(Problem.startInPast.faults.map(\.pointer) == ["/start_time"])
    }
}
