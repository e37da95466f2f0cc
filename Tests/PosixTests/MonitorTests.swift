import Posix
import Synchronization
import Testing

@Suite("A monitor")
struct MonitorTests {
    @Test("Whoever waits goes on when somebody tells of a change")
    func tells() throws {
        let monitor = Monitor()
        let isReady = Atomic(false)
        let thread = try OwnThread {
            monitor.locked {
                isReady.store(true, ordering: .relaxed)
                monitor.tell()
            }
        }
        monitor.locked {
            while !isReady.load(ordering: .relaxed) { monitor.wait() }
        }
        thread.join()
        let told = isReady.load(ordering: .relaxed)
        #expect(told)
    }

    @Test("A wait ends when its time is over")
    func ends() {
        let monitor = Monitor()
        let end = WaitEnd(in: .milliseconds(1))
        monitor.locked {
            while monitor.wait(until: end) {}
        }
    }
}
