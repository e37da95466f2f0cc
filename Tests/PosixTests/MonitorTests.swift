import Posix
import Testing

@Suite("A monitor")
struct MonitorTests {
    @Test("Whoever waits goes on when somebody tells of a change")
    func tells() throws {
        let monitor = Monitor()
        let state = State()
        let thread = try OwnThread {
            monitor.locked {
                state.isReady = true
                monitor.tell()
            }
        }
        monitor.locked {
            while !state.isReady { monitor.wait() }
        }
        thread.join()
        #expect(state.isReady)
    }

    @Test("A wait ends when its time is over")
    func ends() {
        let monitor = Monitor()
        let end = WaitEnd(in: .milliseconds(1))
        monitor.locked {
            while monitor.wait(until: end) {}
        }
    }

    /// `@unchecked`: guarded by the monitor of its test.
    private final class State: @unchecked Sendable {
        var isReady = false
    }
}
