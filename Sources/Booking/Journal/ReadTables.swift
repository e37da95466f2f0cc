import SQLite

/// The right to write read tables: the tables that are made from the journal, and can be made anew from
/// it.
///
/// Only `Journal.record` and a replay make one, and they hand it to the functions of entry kinds alone.
/// So a store's function that writes a read table takes one, and nobody else can call it. There is no
/// clock in it: what is written depends on entries, not on the hour of the replay.
package struct ReadTables {
    private let transaction: Transaction

    init(_ transaction: Transaction) {
        self.transaction = transaction
    }

    /// Changes rows; how many there were.
    @discardableResult
    package func run(_ sql: SQL) throws(SQLiteError) -> Int {
        try transaction.run(sql)
    }

    /// What a body makes of the first row, or nil when there is none.
    package func first<Value>(
        _ sql: SQL, _ read: (borrowing Row) throws -> Value
    ) throws -> Value? {
        try transaction.first(sql, read)
    }

    /// What is made of the row that a key has in a table, read where it isn't remembered as it is now.
    package func remembered<Value: Sendable>(
        _ rows: RememberedRows<Value>, _ key: String
    ) throws -> Value? {
        try transaction.remembered(rows, key)
    }

    /// What a body makes of every row.
    package func all<Value>(
        _ sql: SQL, _ read: (borrowing Row) throws -> Value
    ) throws -> [Value] {
        try transaction.all(sql, read)
    }
}
