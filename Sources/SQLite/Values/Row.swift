import CSQLite
import Time

/// The row that a statement stands at. Columns are counted from 0.
///
/// A column of another type than asked for is an error, not a zero: tables are STRICT, so it means that
/// SQL and code disagree.
package struct Row: ~Copyable {
    private let handle: OpaquePointer

    init(_ statement: borrowing Statement) {
        handle = statement.handle
    }

    package func integer(_ column: Int) throws(SQLiteError) -> Int {
        try check(column, SQLITE_INTEGER, "an integer")
        return Int(sqlite3_column_int64(handle, Int32(column)))
    }

    package func boolean(_ column: Int) throws(SQLiteError) -> Bool {
        try integer(column) != 0
    }

    package func instant(_ column: Int) throws(SQLiteError) -> Instant {
        Instant(milliseconds: Int64(try integer(column)))
    }

    package func real(_ column: Int) throws(SQLiteError) -> Double {
        try check(column, SQLITE_FLOAT, "a real number")
        return sqlite3_column_double(handle, Int32(column))
    }

    package func text(_ column: Int) throws(SQLiteError) -> String {
        try check(column, SQLITE_TEXT, "a text")
        guard let start = sqlite3_column_text(handle, Int32(column)) else { throw .outOfMemory }
        let count = Int(sqlite3_column_bytes(handle, Int32(column)))
        return String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
    }

    package func bytes(_ column: Int) throws(SQLiteError) -> [UInt8] {
        try check(column, SQLITE_BLOB, "bytes")
        let start = sqlite3_column_blob(handle, Int32(column))
        let count = Int(sqlite3_column_bytes(handle, Int32(column)))
        // No bytes may stand nowhere, but some can't.
        guard start != nil || count == 0 else { throw .outOfMemory }
        return [UInt8](UnsafeRawBufferPointer(start: start, count: count))
    }

    package func isNull(_ column: Int) throws(SQLiteError) -> Bool {
        try type(column) == SQLITE_NULL
    }

    /// What a column holds, unless it is null.
    package func integerIfAny(_ column: Int) throws(SQLiteError) -> Int? {
        try isNull(column) ? nil : integer(column)
    }

    package func instantIfAny(_ column: Int) throws(SQLiteError) -> Instant? {
        try isNull(column) ? nil : instant(column)
    }

    package func textIfAny(_ column: Int) throws(SQLiteError) -> String? {
        try isNull(column) ? nil : text(column)
    }

    /// Whatever a column holds, for code that compares or copies without knowing the table.
    package func value(_ column: Int) throws(SQLiteError) -> SQLValue {
        switch try type(column) {
        case SQLITE_INTEGER: .integer(sqlite3_column_int64(handle, Int32(column)))
        case SQLITE_FLOAT: .real(sqlite3_column_double(handle, Int32(column)))
        case SQLITE_TEXT: .text(try text(column))
        case SQLITE_BLOB: .bytes(try bytes(column))
        default: .null
        }
    }

    /// How many columns there are.
    package var count: Int { Int(sqlite3_data_count(handle)) }

    /// A column's name in the result.
    package func name(_ column: Int) -> String {
        guard column >= 0, column < count else { return "" }
        return sqlite3_column_name(handle, Int32(column)).map { String(cString: $0) } ?? ""
    }

    private func check(_ column: Int, _ type: Int32, _ wanted: String) throws(SQLiteError) {
        guard try self.type(column) == type else {
            throw .mismatch("column \(column) (\(name(column))) is not \(wanted)")
        }
    }
    /// SQLite says nothing of what happens when there is no such column, so it is never asked.
    private func type(_ column: Int) throws(SQLiteError) -> Int32 {
        guard column >= 0, column < count else { throw .mismatch("there is no column \(column)") }
        return sqlite3_column_type(handle, Int32(column))
    }
}
