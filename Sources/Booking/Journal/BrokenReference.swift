import SQLite

/// A row refers to one that isn't there.
package struct BrokenReference: Equatable, Sendable, CustomStringConvertible {
    let table: String
    let parent: String

    /// The first one of a database (https://www.sqlite.org/pragma.html#pragma_foreign_key_check).
    static func first(_ reader: Reader) throws -> BrokenReference? {
        try reader.first("pragma foreign_key_check") {
            BrokenReference(table: try $0.text(0), parent: try $0.text(2))
        }
    }

    package var description: String {
        "a row of \(table) refers to a row of \(parent) that isn't there"
    }
}
