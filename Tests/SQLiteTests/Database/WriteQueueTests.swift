import Glibc
import Posix
import Synchronization
import Testing
import Workbench

@testable import SQLite

@Suite("The writer's queue")
struct WriteQueueTests {
    private static func write() -> PendingWrite {
        PendingWrite(queued: 0, limit: nil) { _ in }
    }

    @Test("Wakes the writer when the work is done that holds signals back, for all at once")
    func together() async throws {
        let queue = WriteQueue(capacity: 10)
        queue.open()
        let isThere = Gate()
        let taken = Notes<Int>()
        async let writer: Void = OwnThread.run {
            isThere.open()
            guard case .writes(let writes) = queue.next(10, waiting: .seconds(60)) else { return }
            taken.add(writes.count)
        }
        await isThere.pass()
        // It waits by then, and has the time to come for the first.
        try await Task.sleep(for: .milliseconds(20))
        try Signals.together {
            for _ in 1...5 {
                try queue.add(WriteQueueTests.write())
                usleep(5_000)
            }
        }
        try await writer
        #expect(taken.all == [5])
    }
}
