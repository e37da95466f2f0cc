import Dispatch
import Posix
import Server
import Synchronization

/// Threads for tests that block: Swift's own pool has one for each core, and handlers need it.
final class BlockingThreads: TaskExecutor {
    /// How many tests run side by side. Few, so that time limits mean something on a busy machine.
    private static let count = 4
    static let shared = BlockingThreads()

    private let jobs = Mutex<[UnownedJob]>([])
    private let waiting = DispatchSemaphore(value: 0)

    private init() {
        for _ in 0..<BlockingThreads.count {
            _ = try? OwnThread { self.work() }
        }
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        jobs.withLock { $0.append(job) }
        waiting.signal()
    }

    private func work() -> Never {
        while true {
            waiting.wait()
            let job = jobs.withLock { $0.removeFirst() }
            job.runSynchronously(on: asUnownedTaskExecutor())
        }
    }
}
