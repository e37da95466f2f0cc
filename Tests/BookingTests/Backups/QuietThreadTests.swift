import Glibc
import Posix
import Synchronization
import Testing

@testable import Booking

@Suite("A quiet thread")
struct QuietThreadTests {
    private struct Failure: Error, Equatable {}

    /// What a thread waits for until the test lets it go on.
    private final class Barrier: Sendable {
        private let monitor = Monitor()
        private let isOpen = Atomic(false)

        func wait() {
            monitor.locked {
                while !isOpen.load(ordering: .relaxed) { monitor.wait() }
            }
        }

        func open() {
            monitor.locked {
                isOpen.store(true, ordering: .relaxed)
                monitor.tell()
            }
        }
    }

    @Test("Gives what its work gives, and throws what that throws")
    func outcome() throws {
        #expect(try QuietThread.run(while: { true }, { 7 }) == 7)
        #expect(throws: Failure()) {
            try QuietThread.run(while: { true }, { throw Failure() })
        }
    }

    @Test("Is left alone when nobody wants its work any more")
    func unwanted() {
        let barrier = Barrier()
        #expect(throws: BackupError.stopped) {
            try QuietThread.run(while: { false }, { barrier.wait() })
        }
        barrier.open()
    }

    @Test("Takes nothing from the priority of the one who waits")
    func priority() throws {
        let before = nice(0)
        let within = try QuietThread.run(while: { true }, { nice(0) })
        #expect(within == min(before + 10, 19))
        #expect(nice(0) == before)
    }
}
