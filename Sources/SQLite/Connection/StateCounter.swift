import CSQLite
import Synchronization

/// Knows which state of the database a connection sees.
///
/// SQLite knows without asking the disk whether there was a commit, by this connection or another, of this
/// process or another: its own cache of pages depends on that (SQLITE_FCNTL_DATA_VERSION in
/// https://www.sqlite.org/c3ref/c_fcntl_begin_atomic_write.html).
final class StateCounter {
    private static let connections = Atomic<Int>(0)

    private let connection: OpaquePointer
    private let number = StateCounter.connections.wrappingAdd(1, ordering: .relaxed).newValue

    init(_ connection: OpaquePointer) {
        self.connection = connection
    }

    /// Whether a transaction has looked at the database yet: until then it sees no state.
    var hasLooked: Bool { sqlite3_txn_state(connection, "main") != SQLITE_TXN_NONE }

    /// The version of the state that this transaction sees. Before its first question it sees none, and what
    /// it writes itself has no version until it is committed.
    var version: StateVersion? {
        guard sqlite3_txn_state(connection, "main") == SQLITE_TXN_READ else { return nil }
        return fileVersion.map { StateVersion(connection: number, number: $0) }
    }

    /// The version of the state that a transaction of any kind began with, or that its commit made.
    var fileVersion: UInt32? {
        var version: UInt32 = 0
        let result = sqlite3_file_control(
            connection, "main", SQLITE_FCNTL_DATA_VERSION, &version)
        return result == SQLITE_OK ? version : nil
    }
}
