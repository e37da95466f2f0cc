import CSQLite

@testable import trial

/// A connection with nothing around it: what SQLite answers, as it answers.
final class RawConnection {
    private var handle: OpaquePointer?

    init(_ path: String, on disk: Disk? = nil) throws {
        let flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_EXRESCODE
        let result = sqlite3_open_v2(path, &handle, flags, disk?.name)
        guard result == SQLITE_OK else { throw DiskError(code: result) }
    }

    deinit {
        close()
    }

    func close() {
        sqlite3_close_v2(handle)
        handle = nil
    }

    /// Runs a text; SQLite's code.
    @discardableResult
    func run(_ sql: String) -> Int32 {
        sqlite3_exec(handle, sql, nil, nil, nil)
    }

    /// The number that a question asks for; nil where there is no answer.
    func number(_ sql: String) -> Int? {
        text(sql).flatMap { Int($0) }
    }

    func text(_ sql: String) -> String? {
        var statement: OpaquePointer?
        defer { sqlite3_finalize(statement) }
        guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK,
            sqlite3_step(statement) == SQLITE_ROW
        else { return nil }
        return sqlite3_column_text(statement, 0).map { String(cString: $0) }
    }
}
