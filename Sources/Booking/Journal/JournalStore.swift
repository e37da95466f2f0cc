import SQLite

/// The journal's table.
enum JournalStore {
    /// What is appended.
    struct Line {
        let stream: String
        let kind: String
        let data: String
        let actor: String?
    }

    /// Where it stands then.
    struct Place {
        let seq: Int
        let version: Int
    }

    /// Appends at the end of the journal and of its stream, or as the version that the caller knows to be the
    /// stream's next.
    ///
    /// Nobody else writes while a transaction does, so the next version can be looked up and then taken. SQLite
    /// gives the row the number behind the last one, and rows never go, so there are no gaps.
    static func append(
        _ line: Line, version: Int? = nil, in transaction: Transaction
    ) throws -> Place {
        let version = try version ?? next(in: line.stream, transaction)
        let seq = try transaction.insert(
            """
            insert into journal (stream, version, kind, data, actor, at)
            values (
                \(line.stream), \(version), \(line.kind), \(line.data), \(line.actor),
                \(transaction.now)
            )
            """)
        return Place(seq: seq, version: version)
    }

    private static func next(in stream: String, _ reader: Reader) throws -> Int {
        try reader.count(
            "select coalesce(max(version), 0) + 1 from journal where stream = \(stream)")
    }

    /// The entries behind `seq`, of all streams or of one.
    static func entries(
        after seq: Int, of stream: String?, limit: Int, _ reader: Reader
    ) throws -> [JournalEntry] {
        guard let stream else {
            return try reader.all(
                """
                select seq, stream, version, kind, data, actor, at
                from journal
                where seq > \(seq)
                order by seq
                limit \(limit)
                """, entry)
        }
        // Versions rise with seq, and the index has them in order.
        return try reader.all(
            """
            select seq, stream, version, kind, data, actor, at
            from journal
            where stream = \(stream) and seq > \(seq)
            order by version
            limit \(limit)
            """, entry)
    }

    /// The entries of some kinds from behind one place up to another.
    static func entries(
        of kinds: [String], after seq: Int, upTo last: Int, _ reader: Reader
    ) throws -> [JournalEntry] {
        try reader.all(
            """
            select seq, stream, version, kind, data, actor, at
            from journal
            where seq > \(seq) and seq <= \(last) and kind in (\(SQL.list(kinds)))
            order by seq
            """, entry)
    }

    /// The how-manieth entry of a stream.
    static func entry(
        _ version: Int, of stream: String, _ reader: Reader
    ) throws -> JournalEntry? {
        try reader.first(
            """
            select seq, stream, version, kind, data, actor, at
            from journal
            where stream = \(stream) and version = \(version)
            """, entry)
    }

    /// Every entry in its order, for as long as the body likes to go on.
    static func each(_ reader: Reader, _ body: (JournalEntry) throws -> Void) throws {
        try reader.each(
            "select seq, stream, version, kind, data, actor, at from journal order by seq"
        ) { row in
            try body(entry(row))
        }
    }

    private static func entry(_ row: borrowing Row) throws -> JournalEntry {
        JournalEntry(
            seq: try row.integer(0), stream: try row.text(1), version: try row.integer(2),
            kind: try row.text(3), data: try row.text(4), actor: try row.textIfAny(5),
            at: try row.instant(6))
    }

    /// How many entries there are up to `seq`, in all streams or in one. Neither has gaps, so the last
    /// number says it.
    static func count(upTo seq: Int = .max, of stream: String?, _ reader: Reader) throws -> Int {
        guard let stream else {
            return try reader.count(
                "select coalesce(max(seq), 0) from journal where seq <= \(seq)")
        }
        return try reader.count(
            """
            select coalesce(max(version), 0)
            from journal
            where stream = \(stream) and seq <= \(seq)
            """)
    }
}
