/// The rows of a statement that runs, one at a time. The statement is free again when this ends.
struct Rows: ~Copyable {
    private let connection: Connection
    private let entry: StatementCache.Entry

    init(_ entry: StatementCache.Entry, of connection: Connection) {
        self.entry = entry
        self.connection = connection
    }

    deinit {
        connection.give(back: entry)
    }

    /// Goes to the first row, or the next; false when there is none.
    func goOn() throws(SQLiteError) -> Bool {
        do throws(SQLiteError) {
            return try entry.statement.step()
        } catch {
            throw connection.explained(error)
        }
    }

    /// The row that it stands at.
    var row: Row { Row(entry.statement) }
}
