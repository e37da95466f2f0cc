import Synchronization
import Testing
import Workbench

@testable import Booking

@Suite("A thread that takes turns")
struct RecurringThreadTests {
    /// How many turns there were.
    private final class Turns: Sendable {
        private let count = Atomic(0)

        var taken: Int { count.load(ordering: .relaxed) }

        func take() {
            count.add(1, ordering: .relaxed)
        }
    }

    private let turns = Turns()

    /// Waits so long between two.
    private func thread(_ pause: Duration) -> RecurringThread {
        let turns = turns
        return RecurringThread {
            turns.take()
            return pause
        }
    }

    @Test("Takes the next one when the pause is over")
    func again() throws {
        let thread = thread(.milliseconds(1))
        try thread.start()
        #expect(soon { turns.taken >= 3 })
        thread.stop()
    }

    @Test("Takes the next one at once when it is woken")
    func woken() throws {
        let thread = thread(.seconds(1_000))
        try thread.start()
        #expect(soon { turns.taken == 1 })
        thread.wake()
        #expect(soon { turns.taken == 2 })
        thread.stop()
    }

    @Test("Takes none behind its end, which doesn't wait for the pause to be over")
    func stopped() throws {
        let thread = thread(.seconds(1_000))
        try thread.start()
        #expect(soon { turns.taken == 1 })
        thread.stop()
        thread.wake()
        #expect(turns.taken == 1)
    }
}
