import Posix

/// Connections for reading, of which every thread that reads takes one for as long as it does. The one
/// that came back last goes out first, because what it knows is warm.
///
/// `@unchecked`: a connection is either in the pool, within the monitor, or in the hands of one thread.
final class ReaderPool: @unchecked Sendable {
    /// More than loops and background jobs there are; what comes back beyond it is closed.
    private static let most = 64

    private let path: String
    private let vfs: String?
    private let onCompile: (@Sendable (String) -> Void)?
    private let monitor = Monitor()
    private var idle: [Connection] = []

    init(path: String, vfs: String?, onCompile: (@Sendable (String) -> Void)?) {
        self.path = path
        self.vfs = vfs
        self.onCompile = onCompile
    }

    /// Reads with a connection that nobody else uses meanwhile.
    func read<Result>(
        within limit: Duration, _ body: (Reader) throws -> Result
    ) throws -> Result {
        let connection = try take()
        defer { give(back: connection) }
        return try connection.read(within: limit, body)
    }

    private func take() throws(SQLiteError) -> Connection {
        if let known = monitor.locked({ idle.popLast() }) { return known }
        let connection = try Connection(path, .readOnly, vfs: vfs)
        connection.onCompile = onCompile
        return connection
    }

    private func give(back connection: Connection) {
        // Whatever kept its transaction from ending would be in the way of the next read.
        guard !connection.isInTransaction else { return }
        monitor.locked {
            if idle.count < ReaderPool.most { idle.append(connection) }
        }
    }

    /// Closes all that are idle.
    func close() {
        monitor.locked { idle = [] }
    }
}
