import CSQLite

/// SQLite's code for what a disk could not do.
struct DiskError: Error, Equatable {
    let code: Int32

    // Extended codes, whose macros Swift can't read (https://www.sqlite.org/rescode.html).
    static let read = DiskError(code: SQLITE_IOERR | 1 << 8)
    static let write = DiskError(code: SQLITE_IOERR | 3 << 8)
    static let sync = DiskError(code: SQLITE_IOERR | 4 << 8)
    static let truncate = DiskError(code: SQLITE_IOERR | 6 << 8)
    static let delete = DiskError(code: SQLITE_IOERR | 10 << 8)
    static let map = DiskError(code: SQLITE_IOERR | 21 << 8)
}
