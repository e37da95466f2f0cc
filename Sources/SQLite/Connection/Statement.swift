import CSQLite

/// A prepared statement, finalized exactly once.
struct Statement: ~Copyable {
    let handle: OpaquePointer
    private var bound = BoundBytes()
    /// Whether SQLite holds copies of values, which it shall give back.
    private var hasCopies = false

    /// Compiles SQL that will be run often. Another statement behind the first is an error: nobody would
    /// run it.
    init(_ text: String, on connection: OpaquePointer) throws(SQLiteError) {
        var text = text
        let (result, handle, isAlone) = text.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) { text in
                let (result, handle, rest) = Statement.compile(text, on: connection)
                return (
                    result, handle, handle == nil || Statement.isBlank(rest, on: connection)
                )
            }
        }
        guard result == SQLITE_OK else { throw SQLiteError(result, of: connection) }
        guard let handle else { throw .misuse("there is no statement in the SQL") }
        guard isAlone else {
            sqlite3_finalize(handle)
            throw .misuse("there is more than one statement in the SQL")
        }
        self.handle = handle
    }

    /// The first statement of a text, if there is one, and what comes behind it.
    private static func compile(
        _ text: UnsafeBufferPointer<CChar>, on connection: OpaquePointer
    ) -> (result: Int32, handle: OpaquePointer?, rest: UnsafeBufferPointer<CChar>) {
        var handle: OpaquePointer?
        var tail: UnsafePointer<CChar>?
        let flags = UInt32(SQLITE_PREPARE_PERSISTENT)
        let result = sqlite3_prepare_v3(
            connection, text.baseAddress, Int32(clamping: text.count), flags, &handle, &tail)
        let used = tail.flatMap { tail in text.baseAddress.map { tail - $0 } } ?? 0
        return (result, handle, UnsafeBufferPointer(rebasing: text[used...]))
    }

    /// Blanks, comments and semicolons are compiled to nothing.
    private static func isBlank(
        _ text: UnsafeBufferPointer<CChar>, on connection: OpaquePointer
    ) -> Bool {
        guard !text.isEmpty else { return true }
        let (result, handle, rest) = compile(text, on: connection)
        sqlite3_finalize(handle)
        // SQLite reads up to a null character, and no further.
        guard result == SQLITE_OK, handle == nil, rest.count < text.count else { return false }
        return isBlank(rest, on: connection)
    }

    deinit {
        sqlite3_finalize(handle)
    }

    /// Whether it may change the database (https://www.sqlite.org/c3ref/stmt_readonly.html).
    var writes: Bool { sqlite3_stmt_readonly(handle) == 0 }

    /// Gives the values for all of its placeholders.
    mutating func bind(_ sql: SQL) throws(SQLiteError) {
        bound.clear()
        let wanted = sqlite3_bind_parameter_count(handle)
        var place: Int32 = 0
        for index in sql.pieces.indices {
            guard case .value(let value) = sql.pieces[index] else { continue }
            place += 1
            guard place <= wanted else { throw Statement.otherCount }
            let result = bind(value, at: place)
            guard result == SQLITE_OK else {
                throw SQLiteError(result, of: sqlite3_db_handle(handle))
            }
        }
        guard place == wanted else { throw Statement.otherCount }
    }

    private static var otherCount: SQLiteError {
        .misuse("the SQL wants another number of values")
    }

    private mutating func bind(_ value: SQLValue, at place: Int32) -> Int32 {
        switch value {
        case .null: return sqlite3_bind_null(handle, place)
        case .integer(let number): return sqlite3_bind_int64(handle, place, number)
        case .real(let number): return sqlite3_bind_double(handle, place, number)
        case .text(var text):
            return text.withUTF8 { bind(UnsafeRawBufferPointer($0), isText: true, at: place) }
        case .bytes(let bytes):
            // A null pointer would be bound as null: an empty array may have one.
            guard !bytes.isEmpty else { return sqlite3_bind_zeroblob(handle, place, 0) }
            return bytes.withUnsafeBytes { bind($0, isText: false, at: place) }
        }
    }

    private mutating func bind(
        _ bytes: UnsafeRawBufferPointer, isText: Bool, at place: Int32
    ) -> Int32 {
        let kept = bound.keep(bytes)
        if kept == nil { hasCopies = true }
        let start = kept.map { UnsafeRawPointer($0) } ?? bytes.baseAddress
        let end = kept == nil ? Statement.copied : nil
        let count = UInt64(bytes.count)
        guard isText else { return sqlite3_bind_blob64(handle, place, start, count, end) }
        return sqlite3_bind_text64(
            handle, place, start?.assumingMemoryBound(to: CChar.self), count, end,
            UInt8(SQLITE_UTF8))
    }

    /// SQLITE_TRANSIENT: SQLite keeps a copy of its own.
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    /// Goes on to the next row; false when there is none.
    func step() throws(SQLiteError) -> Bool {
        switch sqlite3_step(handle) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let result: throw SQLiteError(result, of: sqlite3_db_handle(handle))
        }
    }

    /// Lets go of the rows, their locks and the values; the statement can be run again.
    mutating func reset() {
        sqlite3_reset(handle)
        guard hasCopies else { return }
        sqlite3_clear_bindings(handle)
        hasCopies = false
    }
}
