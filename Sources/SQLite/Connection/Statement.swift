import CSQLite

/// A prepared statement, finalized exactly once.
struct Statement: ~Copyable {
    let handle: OpaquePointer

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
    func bind(_ values: [SQLValue]) throws(SQLiteError) {
        guard sqlite3_bind_parameter_count(handle) == values.count else {
            throw .misuse("the SQL wants another number of values")
        }
        for index in values.indices {
            let result = bind(values[index], at: Int32(index + 1))
            guard result == SQLITE_OK else {
                throw SQLiteError(result, of: sqlite3_db_handle(handle))
            }
        }
    }

    private func bind(_ value: SQLValue, at place: Int32) -> Int32 {
        switch value {
        case .null: return sqlite3_bind_null(handle, place)
        case .integer(let number): return sqlite3_bind_int64(handle, place, number)
        case .real(let number): return sqlite3_bind_double(handle, place, number)
        case .text(var text):
            return text.withUTF8 { bytes in
                bytes.withMemoryRebound(to: CChar.self) { text in
                    sqlite3_bind_text64(
                        handle, place, text.baseAddress, UInt64(text.count), Statement.copied,
                        UInt8(SQLITE_UTF8))
                }
            }
        case .bytes(let bytes):
            // A null pointer would be bound as null: an empty array may have one.
            guard !bytes.isEmpty else { return sqlite3_bind_zeroblob(handle, place, 0) }
            return bytes.withUnsafeBytes { bytes in
                sqlite3_bind_blob64(
                    handle, place, bytes.baseAddress, UInt64(bytes.count), Statement.copied)
            }
        }
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
    func reset() {
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
    }
}
