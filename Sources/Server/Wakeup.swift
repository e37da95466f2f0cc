import CLinux
import Glibc
import Posix

/// An eventfd: any thread rings it, and the loop that waits in epoll wakes up.
struct Wakeup: ~Copyable {
    private let event: Descriptor

    init() throws(SystemError) {
        guard let event = Descriptor(clinux_eventfd()) else { throw SystemError("eventfd") }
        self.event = event
    }

    var descriptor: Int32 { event.number }

    func ring() {
        var one: UInt64 = 1
        _ = write(event.number, &one, 8)
    }

    func silence() {
        var count: UInt64 = 0
        _ = read(event.number, &count, 8)
    }
}
