import CSQLite
import Glibc

extension Connection {
    /// What a connection is for.
    package enum Mode: Equatable, Sendable {
        /// Writes, and makes the file where there is none.
        case create
        case readWrite
        /// Reads a database that others may be writing.
        case readOnly
        /// Reads a file that nobody writes: it needs no lock, no log, and no folder that is writable.
        case immutable
        /// Makes a file that is a copy of another database. Nothing is synced: the copier does that.
        case copy
        /// A database of its own that is gone with the connection; the path means nothing.
        case scratch
    }

    /// The log grows to this before its space is given back.
    private static let logSizeLimit = 64 << 20
    /// How many milliseconds a lock of somebody else is waited for.
    static let patience: Int32 = 5_000

    static func open(
        _ path: String, _ mode: Mode, vfs: String?
    ) throws(SQLiteError) -> OpaquePointer {
        try startProcess()
        guard !path.isEmpty || mode == .scratch else {
            throw SQLiteError(code: SQLITE_CANTOPEN, message: "a database needs a path")
        }
        if mode == .create || mode == .copy { makePrivate(path) }
        var handle: OpaquePointer?
        let result = sqlite3_open_v2(name(path, mode), &handle, flags(mode), vfs)
        guard result == SQLITE_OK, let handle else {
            let error = SQLiteError(result, of: handle)
            sqlite3_close_v2(handle)
            throw error
        }
        sqlite3_extended_result_codes(handle, 1)
        return handle
    }

    /// Settings of the process, once, whoever comes first.
    private static func startProcess() throws(SQLiteError) {
        guard started == SQLITE_OK else { throw SQLiteError(started, of: nil) }
    }
    private static let started = csqlite_start()

    /// What people entrust to the database is nobody else's to read. SQLite gives its other files the
    /// same rights.
    private static func makePrivate(_ path: String) {
        let file = Glibc.open(path, O_CREAT | O_EXCL | O_CLOEXEC | O_RDWR, 0o600)
        // Why it can't be made SQLite will tell. It exists when others have it open, and then it isn't
        // opened here: closing it would drop their locks.
        if file >= 0 { close(file) }
    }

    private static func flags(_ mode: Mode) -> Int32 {
        let common = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE
        return switch mode {
        case .create, .copy, .scratch: common | SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
        case .readWrite: common | SQLITE_OPEN_READWRITE
        case .readOnly: common | SQLITE_OPEN_READONLY
        case .immutable: common | SQLITE_OPEN_READONLY | SQLITE_OPEN_URI
        }
    }

    private static func name(_ path: String, _ mode: Mode) -> String {
        switch mode {
        case .scratch: ""
        // Two slashes at the start of a path would be followed by the name of a host.
        case .immutable: "file:\(path.hasPrefix("/") ? "//" : "")\(escaped(path))?immutable=1"
        // Nor is a relative path a URI, or a database in memory, because it begins like one.
        case .create, .readWrite, .readOnly, .copy:
            path.hasPrefix("file:") || path.hasPrefix(":") ? "./\(path)" : path
        }
    }

    /// A path within a URI (https://www.sqlite.org/uri.html section 3.2).
    private static func escaped(_ path: String) -> String {
        var text = ""
        for byte in path.utf8 {
            switch byte {
            case UInt8(ascii: "%"), UInt8(ascii: "?"), UInt8(ascii: "#"), 0x80...:
                text += "%" + String(byte, radix: 16, uppercase: true)
            default: text.unicodeScalars.append(Unicode.Scalar(byte))
            }
        }
        return text
    }

    /// Makes the connection safe and quick for what it is for.
    func prepare(for mode: Mode) throws(SQLiteError) {
        _ = csqlite_switch(handle, SQLITE_DBCONFIG_DEFENSIVE, 1)
        _ = csqlite_switch(handle, SQLITE_DBCONFIG_DQS_DML, 0)
        _ = csqlite_switch(handle, SQLITE_DBCONFIG_DQS_DDL, 0)
        // The log is moved into the database file only when the writer says so: two connections that do it
        // at once can corrupt the file in SQLite before 3.51.3 (https://www.sqlite.org/wal.html).
        _ = csqlite_switch(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1)
        sqlite3_busy_timeout(handle, Connection.patience)
        try script(
            """
            pragma trusted_schema = off;
            pragma cell_size_check = on;
            pragma mmap_size = 0;
            pragma wal_autocheckpoint = 0;
            pragma temp_store = memory;
            pragma recursive_triggers = on;
            pragma foreign_keys = on;
            """)
        switch mode {
        case .create, .readWrite: try prepareForWriting()
        case .readOnly, .immutable:
            try script("pragma query_only = on; pragma cache_size = -8192;")
        case .copy, .scratch:
            // Nothing of it has to last, or somebody else sees to it.
            try script("pragma journal_mode = memory; pragma synchronous = off;")
        }
    }

    private func prepareForWriting() throws(SQLiteError) {
        // It needs memory that processes share, which not every file system has.
        guard try word("pragma journal_mode = wal") == "wal" else {
            throw SQLiteError(
                code: SQLITE_CANTOPEN, message: "there can't be a write-ahead log beside \(path)")
        }
        try script(
            """
            pragma synchronous = full;
            pragma journal_size_limit = \(Connection.logSizeLimit);
            pragma cache_size = -65536;
            pragma analysis_limit = 400;
            """)
    }
}
