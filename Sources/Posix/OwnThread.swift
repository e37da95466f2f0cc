import Glibc

/// A thread for work that blocks: an event loop, a wait for a signal. Swift's own pool has one thread
/// for each core and expects them all back.
package struct OwnThread: Sendable {
    private final class Start {
        let work: @Sendable () -> Void

        init(_ work: @escaping @Sendable () -> Void) {
            self.work = work
        }
    }

    private let thread: pthread_t

    package init(_ work: @escaping @Sendable () -> Void) throws(SystemError) {
        let start = Unmanaged.passRetained(Start(work)).toOpaque()
        var thread = pthread_t()
        let result = pthread_create(
            &thread, nil,
            { argument in
                guard let argument else { return nil }
                Unmanaged<Start>.fromOpaque(argument).takeRetainedValue().work()
                return nil
            }, start)
        guard result == 0 else {
            Unmanaged<Start>.fromOpaque(start).release()
            throw SystemError("pthread_create", number: result)
        }
        self.thread = thread
    }

    /// Blocks until the work has ended.
    package func join() {
        pthread_join(thread, nil)
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
                pthread_detach(thread.thread)
            } catch {
                continuation.resume(throwing: error)
            }
        }
    }
}
