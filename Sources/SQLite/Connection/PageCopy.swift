import CSQLite

/// A copy of a database on its way into a file, some pages at a time
/// (https://www.sqlite.org/backup.html).
///
/// What is copied is the state that the reader sees: as long as its transaction lasts, nothing that is
/// committed meanwhile makes it begin anew.
package final class PageCopy {
    private let reader: Reader
    private let source: Connection
    private let target: Connection
    private let handle: OpaquePointer

    /// Begins a copy into a file that should not exist yet.
    package init(of reader: Reader, to path: String, vfs: String? = nil) throws {
        self.reader = reader
        source = try reader.connection
        // The state to copy is that of the first look, which has to be now.
        _ = try reader.count("select count(*) from sqlite_schema")
        target = try Connection(path, .copy, vfs: vfs)
        guard
            let handle = sqlite3_backup_init(target.handle, "main", source.handle, "main")
        else {
            throw SQLiteError(sqlite3_extended_errcode(target.handle), of: target.handle)
        }
        self.handle = handle
    }

    deinit {
        sqlite3_backup_finish(handle)
    }

    /// Copies so many pages more; true when all are copied.
    package func step(pages: Int) throws(SQLiteError) -> Bool {
        _ = try reader.connection
        switch sqlite3_backup_step(handle, Int32(clamping: pages)) {
        case SQLITE_DONE: return true
        case SQLITE_OK: return false
        case let result: throw SQLiteError(code: result, message: "the copy failed")
        }
    }

    /// How many pages there are, known after the first step, and how many are still to be copied.
    package var pageCount: Int { Int(sqlite3_backup_pagecount(handle)) }
    package var remainingPages: Int { Int(sqlite3_backup_remaining(handle)) }
}
