import Testing
import Time

@testable import Booking

@Suite("What recurs")
struct RecurrenceTests {
    private let day = Recurrence(interval: .seconds(86_400))
    private let now = Instant(seconds: 1_000_000_000)

    private func ago(_ seconds: Int64) -> Instant {
        Instant(seconds: now.seconds - seconds)
    }

    @Test("Is due at once when it was never done")
    func never() {
        #expect(day.wait(now: now, done: nil, failed: nil) == .zero)
    }

    @Test("Is due again when the interval is over, and not before")
    func interval() {
        #expect(day.wait(now: now, done: ago(86_400), failed: nil) == .zero)
        #expect(day.wait(now: now, done: ago(86_399), failed: nil) == .seconds(1))
    }

    @Test("Is tried again after a tenth of the interval when it failed")
    func failed() {
        #expect(day.wait(now: now, done: nil, failed: ago(8_639)) == .seconds(1))
        #expect(day.wait(now: now, done: nil, failed: ago(8_640)) == .zero)
    }

    @Test("Is tried again after a minute at least, but not later than it recurs")
    func shortIntervals() {
        let hour = Recurrence(interval: .seconds(300))
        #expect(hour.wait(now: now, done: nil, failed: now) == .seconds(60))
        let second = Recurrence(interval: .seconds(1))
        #expect(second.wait(now: now, done: nil, failed: now) == .seconds(1))
    }

    @Test("Is tried again when a pause of its own is over")
    func ownPause() {
        let day = Recurrence(interval: .seconds(86_400), retryPause: .seconds(30))
        #expect(day.wait(now: now, done: nil, failed: ago(29)) == .seconds(1))
        #expect(day.wait(now: now, done: nil, failed: ago(30)) == .zero)
    }

    @Test("A failure before it was due changes nothing")
    func earlyFailure() {
        #expect(day.wait(now: now, done: ago(100), failed: ago(50_000)) == .seconds(86_300))
    }

    @Test("What was done in the future doesn't count")
    func future() {
        #expect(day.wait(now: now, done: ago(-5), failed: ago(-5)) == .zero)
    }
}
