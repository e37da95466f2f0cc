import Testing
import Time

@testable import Booking

@Suite("When to try again")
struct RetryScheduleTests {
    @Test("Those that failed together come back up to a tenth earlier or later")
    func jitter() {
        let now = Instant(seconds: 1_000_000)
        let pauses = [0.0, 0.5, 1.0].map { chance in
            RetrySchedule { chance }.pause(after: .seconds(95)).milliseconds
        }
        #expect(pauses == [90_000, 100_000, 110_000])
        #expect(RetrySchedule { 0.5 }.next(at: now, since: now) == now + .seconds(5))
    }

    @Test(
        "Nobody waits longer than a day, and the last try is three days and three hours behind the first"
    )
    func end() {
        let schedule = RetrySchedule { 0.5 }
        let first = Instant(seconds: 1_000_000)
        let end = first + .seconds(75 * 3_600)
        #expect(schedule.pause(after: .seconds(200_000)) == .seconds(86_400))
        #expect(schedule.next(at: end - .seconds(10), since: first) == end)
        #expect(schedule.next(at: end, since: first) == nil)
    }

    @Test("A clock that was set back brings no pause below nothing")
    func setBack() {
        let first = Instant(seconds: 1_000_000)
        let next = RetrySchedule { 0.5 }.next(at: first - .seconds(3_600), since: first)
        #expect(next == first - .seconds(3_595))
    }
}
