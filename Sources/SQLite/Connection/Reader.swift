/// Asks the database, within one transaction: every question sees the same state.
///
/// It is good while the body that it was given to runs.
package class Reader {
    private var running: Connection?

    init(_ connection: Connection) {
        running = connection
    }

    /// The connection, while the transaction lasts. Some errors end it early
    /// (https://www.sqlite.org/lang_transaction.html section 3): what came then would see another state,
    /// or be committed by itself.
    final var connection: Connection {
        get throws(SQLiteError) {
            guard let running, running.isInTransaction else {
                throw .misuse("the transaction has ended already")
            }
            return running
        }
    }

    /// The body is over: the connection is for others now.
    final func end() {
        running = nil
    }

    /// Which state all questions see; nil in a transaction that has written something.
    package var state: StateVersion? {
        get throws(SQLiteError) { try connection.state() }
    }

    /// What a body makes of every row.
    package func all<Value>(
        _ sql: SQL, _ read: (borrowing Row) throws -> Value
    ) throws -> [Value] {
        var values: [Value] = []
        let rows = try connection.rows(sql)
        while try rows.goOn() {
            values.append(try read(rows.row))
            // Many questions have one row. Those that have two have twenty, and growing moves all of them.
            if values.count == 1 { values.reserveCapacity(20) }
        }
        return values
    }

    /// What a body makes of the first row, or nil when there is none.
    package func first<Value>(
        _ sql: SQL, _ read: (borrowing Row) throws -> Value
    ) throws -> Value? {
        let rows = try connection.rows(sql)
        return try rows.goOn() ? read(rows.row) : nil
    }

    /// The number that a question asks for, such as `select count(*) …`.
    package func count(_ sql: SQL) throws -> Int {
        try first(sql) { try $0.integer(0) } ?? 0
    }

    /// The same number, remembered until the database changes: for the totals of lists, asked for behind their
    /// rows, as SQLite looks for changes at the first question of a transaction. A value that is another
    /// one at each request, such as the time, makes it another question; let such a part be counted by
    /// itself.
    package func rememberedCount(_ sql: SQL) throws -> Int {
        try connection.counts.count(sql) { try count(sql) }
    }

    /// Calls a body with each row, for results that are too many to keep.
    package func each(_ sql: SQL, _ body: (borrowing Row) throws -> Void) throws {
        let rows = try connection.rows(sql)
        while try rows.goOn() { try body(rows.row) }
    }

    /// Calls a body with each row, until it has seen enough.
    package func scan(
        _ sql: SQL, _ body: (borrowing Row) throws -> Connection.Next
    ) throws {
        try connection.rows(sql, body)
    }
}
