import Posix
import Synchronization
import Testing

@Suite("A monitor")
struct MonitorTests {
    @Test("Whoever waits goes on when somebody tells of a change")
    func tells() throws {
        let monitor = Monitor()
        let state = Flag()
        let thread = try OwnThread {
            monitor.locked {
                state.isUp.store(true, ordering: .relaxed)
                monitor.tell()
            }
        }
        monitor.locked {
            while !state.isUp.load(ordering: .relaxed) { monitor.wait() }
        }
        thread.join()
        let isUp = state.isUp.load(ordering: .relaxed)
        #expect(isUp)
    }

    @Test("A wait ends when its time is over")
    func ends() {
        let monitor = Monitor()
        let end = WaitEnd(in: .milliseconds(1))
        monitor.locked {
            while monitor.wait(until: end) {}
        }
    }

    private final class Flag: Sendable {
        let isUp = Atomic(false)
    }
}
