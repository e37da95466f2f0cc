import CLinux
import Glibc
import Posix

/// The kernel's list of what a loop waits for.
struct Epoll: ~Copyable {
    private static let eventsAtOnce = 256

    private let descriptor: Descriptor
    private let events: UnsafeMutablePointer<clinux_event>

    init() throws(SystemError) {
        guard let descriptor = Descriptor(clinux_epoll_create()) else {
            throw SystemError("epoll_create")
        }
        self.descriptor = descriptor
        events = .allocate(capacity: Epoll.eventsAtOnce)
    }

    deinit {
        events.deallocate()
    }

    func add(source: Int32, id: UInt64) throws(SystemError) {
        guard clinux_epoll_add_source(descriptor.number, source, id) == 0 else {
            throw SystemError("epoll_ctl")
        }
    }

    func remove(source: Int32) {
        _ = clinux_epoll_remove_source(descriptor.number, source)
    }

    /// False when the kernel is out of memory for it.
    func add(connection: Int32, id: UInt64) -> Bool {
        clinux_epoll_add_connection(descriptor.number, connection, id) == 0
    }

    /// What became ready within so many milliseconds (-1: however long it takes).
    func wait(_ milliseconds: Int32) -> UnsafeBufferPointer<clinux_event> {
        let capacity = Int32(Epoll.eventsAtOnce)
        let count = clinux_epoll_wait(descriptor.number, events, capacity, milliseconds)
        return UnsafeBufferPointer(start: events, count: max(0, Int(count)))
    }
}
