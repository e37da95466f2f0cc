import Glibc

/// A thread for work that blocks: an event loop, a wait for a signal. Swift's own pool has one thread
/// for each core and expects them all back.
package struct OwnThread: Sendable {
    private final class Start {
        let priority: ThreadPriority
        let work: @Sendable () -> Void

        init(_ priority: ThreadPriority, _ work: @escaping @Sendable () -> Void) {
            self.priority = priority
            self.work = work
        }

        func run() {
            if priority != .usual { OwnThread.lower(to: priority) }
            work()
        }
    }

    private let thread: pthread_t

    package init(
        priority: ThreadPriority = .usual, _ work: @escaping @Sendable () -> Void
    ) throws(SystemError) {
        let start = Unmanaged.passRetained(Start(priority, work)).toOpaque()
        var thread = pthread_t()
        let result = pthread_create(
            &thread, nil,
            { argument in
                guard let argument else { return nil }
                Unmanaged<Start>.fromOpaque(argument).takeRetainedValue().run()
                return nil
            }, start)
        guard result == 0 else {
            Unmanaged<Start>.fromOpaque(start).release()
            throw SystemError("pthread_create", number: result)
        }
        self.thread = thread
    }

    /// Lowers the priority of the thread that calls, and of those that it starts, from what the process
    /// has. On Linux each thread has a nice value of its own, and 0 means the caller's (setpriority(2),
    /// "C library/kernel differences"; what is beyond 19 counts as that).
    ///
    /// Everyone may lower, but not raise again, so the thread stays where it is. Who is refused
    /// nonetheless, by a sandbox, works at the usual priority.
    private static func lower(to priority: ThreadPriority) {
        let process = Int32(PRIO_PROCESS.rawValue)
        _ = setpriority(process, 0, getpriority(process, 0) + priority.rawValue)
    }

    /// Blocks until the work has ended.
    package func join() {
        pthread_join(thread, nil)
    }

    /// Leaves it to itself: nobody will join it.
    package func leave() {
        pthread_detach(thread)
    }

    /// Does blocking work on a thread of its own while the caller waits without blocking.
    package static func run(_ work: @escaping @Sendable () -> Void) async throws {
        try await withCheckedThrowingContinuation {
            (continuation: CheckedContinuation<Void, any Error>) in
            do {
                let thread = try OwnThread {
                    work()
                    continuation.resume()
                }
                thread.leave()
            } catch {
                continuation.resume(throwing: error)
            }
        }
    }
}
