import CSQLite
import Time

/// The row that a statement stands at. Columns are counted from 0.
///
/// A column of another type than asked for is an error, not a zero: tables are STRICT, so it means that
/// SQL and code disagree.
package struct Row: ~Copyable {
    private let handle: OpaquePointer
    /// How many columns there are.
    package let count: Int

    init(_ statement: borrowing Statement) {
        handle = statement.handle
        count = Int(sqlite3_data_count(handle))
    }

    package func integer(_ column: Int) throws(SQLiteError) -> Int {
        Int(sqlite3_value_int64(try cell(column, SQLITE_INTEGER)))
    }

    package func boolean(_ column: Int) throws(SQLiteError) -> Bool {
        try integer(column) != 0
    }

    package func instant(_ column: Int) throws(SQLiteError) -> Instant {
        Instant(milliseconds: Int64(try integer(column)))
    }

    package func real(_ column: Int) throws(SQLiteError) -> Double {
        sqlite3_value_double(try cell(column, SQLITE_FLOAT))
    }

    package func text(_ column: Int) throws(SQLiteError) -> String {
        try Row.text(in: cell(column, SQLITE_TEXT))
    }

    package func bytes(_ column: Int) throws(SQLiteError) -> [UInt8] {
        let cell = try cell(column, SQLITE_BLOB)
        let start = sqlite3_value_blob(cell)
        let count = Int(sqlite3_value_bytes(cell))
        // No bytes may stand nowhere, but some can't.
        guard start != nil || count == 0 else { throw .outOfMemory }
        return [UInt8](UnsafeRawBufferPointer(start: start, count: count))
    }

    package func isNull(_ column: Int) throws(SQLiteError) -> Bool {
        sqlite3_value_type(try cell(column)) == SQLITE_NULL
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

    package func bytesIfAny(_ column: Int) throws(SQLiteError) -> [UInt8]? {
        try isNull(column) ? nil : bytes(column)
    }

    /// Whatever a column holds, for code that compares or copies without knowing the table.
    package func value(_ column: Int) throws(SQLiteError) -> SQLValue {
        let cell = try cell(column)
        return switch sqlite3_value_type(cell) {
        case SQLITE_INTEGER: .integer(sqlite3_value_int64(cell))
        case SQLITE_FLOAT: .real(sqlite3_value_double(cell))
        case SQLITE_TEXT: .text(try Row.text(in: cell))
        case SQLITE_BLOB: .bytes(try bytes(column))
        default: .null
        }
    }

    /// A column's name in the result.
    package func name(_ column: Int) -> String {
        guard column >= 0, column < count else { return "" }
        return sqlite3_column_name(handle, Int32(column)).map { String(cString: $0) } ?? ""
    }

    private static func text(in cell: OpaquePointer) throws(SQLiteError) -> String {
        guard let start = sqlite3_value_text(cell) else { throw .outOfMemory }
        let count = Int(sqlite3_value_bytes(cell))
        return String(unsafeUninitializedCapacity: count) { bytes in
            bytes.baseAddress?.initialize(from: start, count: count)
            return count
        }
    }

    /// A column that must hold a type.
    @inline(__always)
    private func cell(_ column: Int, _ type: Int32) throws(SQLiteError) -> OpaquePointer {
        let cell = try cell(column)
        guard sqlite3_value_type(cell) == type else { throw mismatch(column, type) }
        return cell
    }

    /// A column as SQLite keeps it. It may be looked at without SQLite's locks, as a connection belongs to one
    /// thread at a time (https://www.sqlite.org/c3ref/column_blob.html), and each look costs a third of what
    /// the functions for columns take.
    @inline(__always)
    private func cell(_ column: Int) throws(SQLiteError) -> OpaquePointer {
        // SQLite says nothing of what happens when there is no such column, so it is never asked.
        guard column >= 0, column < count, let cell = sqlite3_column_value(handle, Int32(column))
        else { throw .mismatch("there is no column \(column)") }
        return cell
    }

    private func mismatch(_ column: Int, _ type: Int32) -> SQLiteError {
        let wanted =
            switch type {
            case SQLITE_INTEGER: "an integer"
            case SQLITE_FLOAT: "a real number"
            case SQLITE_TEXT: "a text"
            default: "bytes"
            }
        return .mismatch("column \(column) (\(name(column))) is not \(wanted)")
    }
}
