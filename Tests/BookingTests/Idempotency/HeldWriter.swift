import Dispatch
import SQLite
import Workbench

/// A database whose writer is held up, so that nothing that waits for it gets on.
struct HeldWriter {
    private let database: Database
    private let released = DispatchSemaphore(value: 0)
    private let task: Task<Void, any Error>

    /// Returns when it stands still.
    init(_ database: Database) async {
        self.database = database
        let (reached, released) = (Gate(), released)
        task = Task {
            try await database.write { _ in
                reached.open()
                released.wait()
            }
        }
        await reached.pass()
    }

    /// Returns when a write waits for it.
    func isWaitedFor() async throws {
        while database.waitingWrites == 0 { try await Task.sleep(for: .milliseconds(1)) }
    }

    func release() async throws {
        released.signal()
        try await task.value
    }
}
