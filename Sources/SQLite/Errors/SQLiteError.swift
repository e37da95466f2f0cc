import CSQLite

/// What SQLite refused, or could not do (https://www.sqlite.org/rescode.html).
package struct SQLiteError: Error, Equatable, CustomStringConvertible {
    /// What callers tell apart.
    package enum Kind: Equatable, Sendable {
        case constraint(Constraint)
        /// No space is left for what was to be written.
        case full
        /// A system call on the database's files failed.
        case inputOutput
        case memory
        case corrupt
        case notADatabase
        case cannotOpen
        case readOnly
        /// Another process holds a lock.
        case busy
        /// The time of the read or write was over, or its task was cancelled.
        case interrupted
        /// A column held another type than the code asked for, or can't hold what it gave.
        case mismatch
        /// Anything else: SQL that is wrong, a call that makes no sense.
        case other
    }

    /// The extended result code.
    package let code: Int32
    package let kind: Kind
    /// SQLite's own words.
    package let message: String

    init(code: Int32, kind: Kind, message: String) {
        self.code = code
        self.kind = kind
        self.message = message
    }

    /// An error without a constraint in it.
    init(code: Int32, message: String) {
        self.init(code: code, kind: Kind(code: code), message: message)
    }

    /// What the connection says of its last call.
    init(_ code: Int32, of connection: OpaquePointer?) {
        self.init(code: code, message: SQLiteError.words(for: code, of: connection))
    }

    private static func words(for code: Int32, of connection: OpaquePointer?) -> String {
        // Nothing else is ever forbidden.
        if code == SQLITE_AUTH { return "it begins or ends a transaction, but is within one" }
        guard let connection else { return String(cString: sqlite3_errstr(code)) }
        return String(cString: sqlite3_errmsg(connection))
    }

    package var description: String {
        "\(message) (SQLite \(code))"
    }

    /// The constraint that was broken, if that is what happened.
    package var constraint: Constraint? {
        if case .constraint(let constraint) = kind { return constraint }
        return nil
    }
}

extension SQLiteError {
    /// A call that the program must not make, told instead of trapped.
    static func misuse(_ message: String) -> SQLiteError {
        SQLiteError(code: SQLITE_MISUSE, message: message)
    }

    static func mismatch(_ message: String) -> SQLiteError {
        SQLiteError(code: SQLITE_MISMATCH, message: message)
    }

    static var outOfMemory: SQLiteError {
        SQLiteError(SQLITE_NOMEM, of: nil)
    }
}

extension SQLiteError.Kind {
    /// The kind of a result code; its lowest byte is the primary one.
    fileprivate init(code: Int32) {
        switch code & 0xFF {
        case SQLITE_FULL: self = .full
        case SQLITE_IOERR: self = code == ExtendedCode.outOfMemory ? .memory : .inputOutput
        case SQLITE_NOMEM: self = .memory
        case SQLITE_CORRUPT: self = .corrupt
        case SQLITE_NOTADB: self = .notADatabase
        case SQLITE_CANTOPEN, SQLITE_PERM: self = .cannotOpen
        case SQLITE_READONLY: self = .readOnly
        case SQLITE_BUSY, SQLITE_LOCKED, SQLITE_PROTOCOL: self = .busy
        case SQLITE_INTERRUPT: self = .interrupted
        case SQLITE_MISMATCH: self = .mismatch
        case SQLITE_CONSTRAINT: self = code == ExtendedCode.dataType ? .mismatch : .other
        default: self = .other
        }
    }
}
