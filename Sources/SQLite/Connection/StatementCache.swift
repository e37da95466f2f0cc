/// The prepared statements of a connection, found by the literals of their SQL.
final class StatementCache {
    /// A statement that is compiled already, and whether somebody is reading its rows.
    final class Entry {
        let statement: Statement
        /// Whether it may change the database.
        let writes: Bool
        var isInUse = false

        init(_ statement: consuming Statement) {
            writes = statement.writes
            self.statement = statement
        }
    }

    struct Key: Hashable {
        let fingerprint: UInt64
        let pieces: [StaticString]

        static func == (a: Key, b: Key) -> Bool {
            guard a.fingerprint == b.fingerprint, a.pieces.count == b.pieces.count else {
                return false
            }
            return zip(a.pieces, b.pieces).allSatisfy { a, b in
                a.place == b.place && a.utf8CodeUnitCount == b.utf8CodeUnitCount
            }
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(fingerprint)
        }
    }

    /// More than Roost has statements. Only lists of values, whose lengths differ, could make more.
    private static let capacity = 512

    private var entries: [Key: Entry] = [:]

    /// Hands out the statement for this SQL, and marks it as in use. One that is in use already, because
    /// its rows lead to the same question again, is compiled a second time.
    func take(_ sql: SQL, make: () throws(SQLiteError) -> Statement) throws(SQLiteError) -> Entry {
        let key = Key(sql)
        if let known = entries[key], !known.isInUse {
            known.isInUse = true
            return known
        }
        let entry = Entry(try make())
        entry.isInUse = true
        if entries.count >= StatementCache.capacity {
            entries = entries.filter { $0.value.isInUse }
        }
        if entries[key] == nil { entries[key] = entry }
        return entry
    }

    var count: Int { entries.count }

    /// Forgets everything.
    func clear() {
        entries = [:]
    }
}

extension StatementCache.Key {
    init(_ sql: SQL) {
        self.init(fingerprint: sql.fingerprint, pieces: sql.pieces)
    }
}
