import Time

/// What can stand for a value in SQL.
package protocol Bindable {
    var bound: SQLValue { get }
}

extension Int: Bindable {
    package var bound: SQLValue { .integer(Int64(self)) }
}

extension Int64: Bindable {
    package var bound: SQLValue { .integer(self) }
}

extension Bool: Bindable {
    package var bound: SQLValue { .integer(self ? 1 : 0) }
}

extension Double: Bindable {
    /// SQLite has no number for "not a number": it is null, which a column can refuse.
    package var bound: SQLValue { isNaN ? .null : .real(self) }
}

extension String: Bindable {
    package var bound: SQLValue { .text(self) }
}

extension [UInt8]: Bindable {
    package var bound: SQLValue { .bytes(self) }
}

extension Instant: Bindable {
    /// Milliseconds since 1970.
    package var bound: SQLValue { .integer(milliseconds) }
}

extension SQLValue: Bindable {
    package var bound: SQLValue { self }
}

/// Enums whose cases are words are stored as their words: `enum Status: String, Bindable`.
extension Bindable where Self: RawRepresentable, RawValue: Bindable {
    package var bound: SQLValue { rawValue.bound }
}
