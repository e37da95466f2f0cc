/// Asks the database, within one transaction: every question sees the same state.
///
/// It is good while the body that it was given to runs.
package class Reader {
    let connection: Connection

    init(_ connection: Connection) {
        self.connection = connection
    }

    /// What all questions come down to.
    func rows(_ sql: SQL, _ body: (borrowing Row) throws -> Connection.Next) throws {
        try connection.rows(sql, body)
    }

    /// What a body makes of every row.
    package func all<Value>(
        _ sql: SQL, _ read: (borrowing Row) throws -> Value
    ) throws -> [Value] {
        var values: [Value] = []
        try rows(sql) { row in
            values.append(try read(row))
            return .more
        }
        return values
    }

    /// What a body makes of the first row, or nil when there is none.
    package func first<Value>(
        _ sql: SQL, _ read: (borrowing Row) throws -> Value
    ) throws -> Value? {
        var value: Value?
        try rows(sql) { row in
            value = try read(row)
            return .enough
        }
        return value
    }

    /// The number that a question asks for, such as `select count(*) …`.
    package func count(_ sql: SQL) throws -> Int {
        try first(sql) { try $0.integer(0) } ?? 0
    }

    /// Calls a body with each row, for results that are too many to keep.
    package func each(_ sql: SQL, _ body: (borrowing Row) throws -> Void) throws {
        try rows(sql) { row in
            try body(row)
            return .more
        }
    }

    /// The same, until the body has seen enough.
    package func each(
        _ sql: SQL, until body: (borrowing Row) throws -> Connection.Next
    ) throws {
        try rows(sql, body)
    }
}
