import CSQLite

/// What a connection has counted since the database last changed.
///
/// A list says how many elements there are in all, and to count a thousand rows takes longer than to read and write
/// twenty of them. Between two changes the number is the same, and SQLite knows without asking the disk whether
/// there was one: its own cache of pages depends on that (SQLITE_FCNTL_DATA_VERSION in
/// https://www.sqlite.org/c3ref/c_fcntl_begin_atomic_write.html).
final class CountMemory {
    private struct Question: Hashable {
        let statement: StatementCache.Key
        let values: [SQLValue]
    }

    /// More lists than that nobody looks at between two changes; searches are many, and seldom the same.
    private static let capacity = 64

    private let connection: OpaquePointer
    private var version: UInt32 = 0
    private var counts: [Question: Int] = [:]

    init(_ connection: OpaquePointer) {
        self.connection = connection
    }

    /// The number that was counted before, or what `count` finds now.
    func count(_ sql: SQL, _ count: () throws -> Int) throws -> Int {
        let question = Question(statement: StatementCache.Key(sql), values: sql.values)
        if let known = known(question) { return known }
        let number = try count()
        remember(number, question)
        return number
    }

    private func known(_ question: Question) -> Int? {
        counts.isEmpty || currentVersion != version ? nil : counts[question]
    }

    private func remember(_ number: Int, _ question: Question) {
        guard let now = currentVersion else { return }
        if now != version || counts.count >= CountMemory.capacity { counts = [:] }
        version = now
        counts[question] = number
    }

    /// The version of the state that this transaction sees. Before its first question it sees none, and what
    /// it writes itself has no version until it is committed.
    private var currentVersion: UInt32? {
        guard sqlite3_txn_state(connection, "main") == SQLITE_TXN_READ else { return nil }
        var version: UInt32 = 0
        let result = sqlite3_file_control(
            connection, "main", SQLITE_FCNTL_DATA_VERSION, &version)
        return result == SQLITE_OK ? version : nil
    }
}
