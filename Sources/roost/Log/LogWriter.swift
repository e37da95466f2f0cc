import Glibc

/// The thread that writes a log's lines to a file descriptor, and the only one that waits for its
/// reader.
final class LogWriter: Sendable {
    private let queue: LogQueue
    private let file: Int32
    private let dropped: @Sendable (Int) -> [UInt8]

    init(queue: LogQueue, file: Int32, dropped: @escaping @Sendable (Int) -> [UInt8]) {
        self.queue = queue
        self.file = file
        self.dropped = dropped
    }

    /// Starts the thread. It ends when the queue is closed and empty.
    func start() throws(CommandFailure) {
        let this = Unmanaged.passRetained(self)
        var thread = pthread_t()
        let status = pthread_create(&thread, nil, LogWriter.main, this.toOpaque())
        guard status == 0 else {
            this.release()
            throw CommandFailure(
                line: "no thread for the log: \(String(cString: strerror(status)))")
        }
        pthread_detach(thread)
    }

    private static let main: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? =
        { context in
            guard let context else { return nil }
            // Signals are for the other threads; and SIGPIPE, which a write may raise here, for
            // none.
            var all = sigset_t()
            sigfillset(&all)
            pthread_sigmask(SIG_BLOCK, &all, nil)
            Unmanaged<LogWriter>.fromOpaque(context).takeRetainedValue().run()
            return nil
        }

    private func run() {
        var untold = 0
        while let batch = queue.next() {
            tell(&untold)
            untold += write(batch.bytes) + batch.dropped
            tell(&untold)
        }
    }

    /// Says how many lines are missing, if any are. When that can't be written it is still to be
    /// told.
    private func tell(_ untold: inout Int) {
        guard untold > 0, write(dropped(untold) + [0x0A]) == 0 else { return }
        untold = 0
    }

    /// Writes lines, however long it takes; returns how many could not be written.
    private func write(_ lines: [UInt8]) -> Int {
        var rest = lines[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(file, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno == EAGAIN {
                waitForReader()
            } else if errno != EINTR {
                break
            }
        }
        return rest.count { $0 == 0x0A }
    }

    private func waitForReader() {
        var interest = pollfd(fd: file, events: Int16(POLLOUT), revents: 0)
        poll(&interest, 1, -1)
    }
}
