/// The prepared statements of a connection, found by the literals of their SQL.
final class StatementCache {
    /// A statement that is compiled already, and whether somebody is reading its rows.
    final class Entry {
        var statement: Statement
        /// Its text, which no other text is taken for.
        let sql: SQL
        /// Whether it may change the database.
        let writes: Bool
        var isInUse = false

        init(_ statement: consuming Statement, _ sql: SQL) {
            self.sql = sql.withoutValues
            writes = statement.writes
            self.statement = statement
        }
    }

    /// More than Roost has statements. Only lists of values, whose lengths differ, could make more.
    private static let capacity = 512

    private var entries: [UInt64: Entry] = [:]

    /// Hands out the statement for this SQL, and marks it as in use. One that is in use already, because
    /// its rows lead to the same question again, is compiled a second time.
    func take(_ sql: SQL, make: () throws(SQLiteError) -> Statement) throws(SQLiteError) -> Entry {
        if let known = entries[sql.fingerprint], !known.isInUse, known.sql.hasSameText(as: sql) {
            known.isInUse = true
            return known
        }
        let entry = Entry(try make(), sql)
        entry.isInUse = true
        if entries.count >= StatementCache.capacity {
            entries = entries.filter { $0.value.isInUse }
        }
        if entries[sql.fingerprint] == nil { entries[sql.fingerprint] = entry }
        return entry
    }

    var count: Int { entries.count }

    /// Forgets everything.
    func clear() {
        entries = [:]
    }
}
