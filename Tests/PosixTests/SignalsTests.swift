import Posix
import Synchronization
import Testing

@Suite("Signals")
struct SignalsTests {
    private final class Receiver: Sendable {
        let count = Atomic(0)

        func signal() {
            Signals.send(to: self) { self.count.add(1, ordering: .relaxed) }
        }

        var received: Int { count.load(ordering: .relaxed) }
    }

    private let one = Receiver()
    private let other = Receiver()

    @Test("Go out at once where nobody holds them back")
    func atOnce() {
        one.signal()
        one.signal()
        #expect(one.received == 2)
    }

    @Test("That are held back go out behind the work, one to each receiver")
    func together() {
        Signals.together {
            for _ in 1...3 { one.signal() }
            other.signal()
            #expect(one.received == 0)
        }
        #expect((one.received, other.received) == (1, 1))
    }

    @Test("Of work within work go out behind the outer one")
    func nested() {
        Signals.together {
            Signals.together { one.signal() }
            #expect(one.received == 0)
        }
        #expect(one.received == 1)
    }

    @Test("Of other threads are not held back")
    func otherThreads() throws {
        try Signals.together {
            let receiver = one
            try OwnThread { receiver.signal() }.join()
            #expect(one.received == 1)
        }
    }
}
