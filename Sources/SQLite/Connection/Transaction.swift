import Time

/// Asks and changes the database: all of its changes come true together, or none does.
package final class Transaction: Reader {
    /// What the clock said when it began, the same for everything that it writes.
    package let now: Instant
    private var committed: [@Sendable () -> Void] = []

    init(_ connection: Connection, now: Instant) {
        self.now = now
        super.init(connection)
    }

    /// Changes rows; how many there were.
    @discardableResult
    package func run(_ sql: SQL) throws(SQLiteError) -> Int {
        try connection.run(sql)
    }

    /// Adds a row, and says which number it has.
    package func insert(_ sql: SQL) throws(SQLiteError) -> Int {
        try connection.insert(sql)
    }

    /// What is made of the row that a key has in a table; it is read where it isn't remembered as it is now.
    package func remembered<Value: Sendable>(
        _ rows: RememberedRows<Value>, _ key: String
    ) throws -> Value? {
        try connection.memory.value(rows, key) {
            try first(rows.question(key)) { (try $0.integer(0), try rows.read($0)) }
        }
    }

    /// Runs a text of several statements that is part of the program: a migration.
    package func script(_ text: String) throws(SQLiteError) {
        try connection.script(text)
    }

    /// Does something as soon as the changes are on disk, and nothing if they never are: for what is
    /// kept in memory beside the database. It runs on the writer's thread, so it has to be short.
    package func afterCommit(_ work: @escaping @Sendable () -> Void) {
        committed.append(work)
    }

    func tellCommitted() {
        for work in committed { work() }
        committed = []
    }
}
