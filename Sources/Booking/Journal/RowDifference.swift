import SQLite

/// Where a table first differs from what the journal makes of it.
package struct RowDifference: Equatable, Sendable, CustomStringConvertible {
    enum Kind: Equatable {
        /// The journal gives the row, the database does not have it.
        case missing
        /// The database has the row, the journal does not give it.
        case surplus
        case value(column: String, replayed: SQLValue, held: SQLValue)
    }

    let table: String
    let key: String
    let kind: Kind

    package var description: String {
        switch kind {
        case .missing:
            "\(table) with \(key): the journal gives this row, the database doesn't have it"
        case .surplus:
            "\(table) with \(key): the database has this row, the journal doesn't give it"
        case .value(let column, let replayed, let held):
            "\(table) with \(key): \(column) is \(replayed.shown) by the journal, "
                + "and \(held.shown) in the database"
        }
    }
}
