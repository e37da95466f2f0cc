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

    /// Appends at the end. The rowid that SQLite takes is the highest one and 1, so there are no gaps
    /// where nothing is ever deleted (https://www.sqlite.org/autoinc.html section 2).
    static func append(_ line: Line, in transaction: Transaction) throws -> Place {
        let place = try transaction.first(
            """
            insert into journal (stream, version, kind, data, actor, at)
            values (
                \(line.stream),
                (
                    select coalesce(max(version), 0) + 1
                    from journal
                    where stream = \(line.stream)
                ),
                \(line.kind), \(line.data), \(line.actor), \(transaction.now)
            )
            returning seq, version
            """
        ) { try Place(seq: $0.integer(0), version: $0.integer(1)) }
        guard let place else { throw Unrecordable.notAppended(line.kind) }
        return place
    }
}
