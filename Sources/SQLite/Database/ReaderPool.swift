import Synchronization

/// Connections for reading, of which every thread that reads takes one for as long as it does. The one
/// that came back last goes out first, because what it knows is warm.
final class ReaderPool: Sendable {
    /// A connection that is handed from thread to thread.
    ///
    /// `@unchecked`: it is either in the pool or in the hands of one thread.
    private struct Idle: @unchecked Sendable {
        let connection: Connection
    }

    /// More than loops and background jobs there are; what comes back beyond it is closed.
    private static let most = 64

    private let path: String
    private let vfs: String?
    private let onCompile: (@Sendable (String) -> Void)?
    private let idle = Mutex<[Idle]>([])

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
        if let known = idle.withLock({ $0.popLast() }) { return known.connection }
        let connection = try Connection(path, .readOnly, vfs: vfs)
        connection.onCompile = onCompile
        return connection
    }

    private func give(back connection: Connection) {
        guard !connection.isInTransaction else { return }
        let entry = Idle(connection: connection)
        idle.withLock { idle in
            if idle.count < ReaderPool.most { idle.append(entry) }
        }
    }

    /// Closes all that are idle.
    func close() {
        idle.withLock { $0 = [] }
    }
}
