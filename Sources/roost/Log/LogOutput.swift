/// Where log lines go: a buffer that any thread appends to, and one thread that writes it out.
///
/// Event loops log, and nothing may block them, so a reader that stalls costs lines, never time:
/// what does not fit into the buffer is dropped and counted, and one line says so as soon as there
/// is room.
final class LogOutput: Sendable {
    /// As many bytes may wait, those being written included.
    static let capacity = 8 << 20

    private let queue: LogQueue

    /// Starts writing to a file descriptor, which its owner keeps open. `dropped` makes the line
    /// that tells how many were lost.
    init(
        to file: Int32, capacity: Int = capacity,
        dropped: @escaping @Sendable (Int) -> [UInt8] = LogOutput.dropped
    ) throws(CommandFailure) {
        queue = LogQueue(capacity: capacity)
        try LogWriter(queue: queue, file: file, dropped: dropped).start()
    }

    deinit {
        queue.close(within: .zero)
    }

    /// Takes a line, which comes without its line feed. Never waits for the reader of the log.
    func append(_ line: [UInt8]) {
        queue.append(line)
    }

    /// Ends: writes what waits, for so long at most, and takes no more lines.
    func close(within limit: Duration = .seconds(2)) {
        queue.close(within: limit)
    }

    static func dropped(_ count: Int) -> [UInt8] {
        Array(#"{"level":"warning","message":"log lines were dropped","dropped":\#(count)}"#.utf8)
    }
}
