import Glibc
import Posix
import Synchronization
import Testing

@Suite("A thread of its own")
struct OwnThreadTests {
    @Test("In the background it is nicer than whoever starts it, who stays as before")
    func background() throws {
        let before = Self.niceness
        #expect(try Self.niceness(of: .background) == min(19, before + 5))
        #expect(Self.niceness == before)
    }

    @Test("Otherwise it has the priority of whoever starts it")
    func usual() throws {
        #expect(try Self.niceness(of: .usual) == Self.niceness)
    }

    private static var niceness: Int32 { getpriority(Int32(PRIO_PROCESS.rawValue), 0) }

    private static func niceness(of priority: ThreadPriority) throws -> Int32 {
        let seen = Mutex<Int32?>(nil)
        let thread = try OwnThread(priority: priority) { seen.withLock { $0 = Self.niceness } }
        thread.join()
        return try #require(seen.withLock { $0 })
    }
}
