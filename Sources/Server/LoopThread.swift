import Glibc

/// A thread of its own for one loop.
struct LoopThread: Sendable {
    private final class Start {
        let loop: EventLoop

        init(_ loop: EventLoop) {
            self.loop = loop
        }
    }

    private let thread: pthread_t

    init(_ loop: EventLoop) throws(SystemError) {
        let start = Unmanaged.passRetained(Start(loop)).toOpaque()
        var thread = pthread_t()
        let result = pthread_create(
            &thread, nil,
            { argument in
                guard let argument else { return nil }
                Unmanaged<Start>.fromOpaque(argument).takeRetainedValue().loop.run()
                return nil
            }, start)
        guard result == 0 else {
            Unmanaged<Start>.fromOpaque(start).release()
            errno = result
            throw SystemError("pthread_create")
        }
        self.thread = thread
    }

    /// Returns when the loop has ended.
    func join() {
        pthread_join(thread, nil)
    }
}
