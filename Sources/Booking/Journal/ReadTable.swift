import SQLite

/// A table that is made from the journal.
///
/// It may refer to other read tables, never to a table with personal data: those aren't made from the
/// journal, and come and go without it.
package struct ReadTable: Sendable {
    let name: StaticString
    /// The columns that tell its rows apart, in the order of a unique index, compared byte by byte.
    let key: [StaticString]

    package init(_ name: StaticString, key: StaticString...) {
        self.name = name
        self.key = key
    }
}

extension ReadTable {
    /// The name, as a part of SQL.
    var sql: SQL { SQL(stringLiteral: name) }

    /// The key's columns with commas between them.
    var keySQL: SQL { SQL.joined(key.map { SQL(stringLiteral: $0) }, by: ", ") }
}
