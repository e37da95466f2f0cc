import SQLite
import Time

/// Makes sure that a database is what its journal says, and that its invariants hold: replays the journal
/// into a scratch database and compares.
package struct Verification: Sendable {
    /// What was looked at, when all is well.
    package struct Summary: Equatable, Sendable {
        package let entries: Int
        package let tables: Int
        package let rows: Int
        package let invariants: Int
    }

    private let chapters: Chapters

    package init(_ chapters: Chapters) {
        self.chapters = chapters
    }

    /// Looks at one state of a database, whatever others write meanwhile. Throws the first
    /// `Discrepancy`: the nearest to its cause comes first.
    package func run(
        on reader: Reader, progress: Replay.Progress = { _, _ in }
    ) throws -> Summary {
        try checkVersions(reader)
        let scratch = try scratch(shapedLike: reader)
        let entries = try replay(reader, into: scratch, progress)
        let rows = try compare(scratch, with: reader)
        if let broken = try BrokenReference.first(reader) {
            throw Discrepancy.brokenReference(broken)
        }
        for invariant in chapters.invariants { try check(invariant, reader) }
        try checkIntegrity(reader)
        return Summary(
            entries: entries, tables: chapters.tables.count, rows: rows,
            invariants: chapters.invariants.count)
    }

    private func checkVersions(_ reader: Reader) throws {
        let wrong = try reader.first(
            """
            select stream, version
            from (
                select
                    stream, version, seq, row_number() over streams as expected,
                    lag(seq) over streams as before
                from journal
                window streams as (partition by stream order by version)
            )
            where version <> expected or before > seq
            limit 1
            """
        ) { Discrepancy.versions(stream: try $0.text(0), version: try $0.integer(1)) }
        if let wrong { throw wrong }
    }

    /// A database with the read tables of another and no rows, gone with its connection. It has no other
    /// tables: an entry that is applied by what stands there shows.
    private func scratch(shapedLike reader: Reader) throws -> Connection {
        let tables = SQL.list(chapters.tables.map { "\($0.name)" })
        let definitions = try reader.all(
            """
            select sql
            from sqlite_schema
            where sql is not null and tbl_name in (\(tables))
            order by case type when 'table' then 0 when 'index' then 1 else 2 end, rowid
            """
        ) { try $0.text(0) }
        let scratch = try Connection("", .scratch)
        for definition in definitions { try scratch.script(definition) }
        return scratch
    }

    private func replay(
        _ reader: Reader, into scratch: Connection, _ progress: Replay.Progress
    ) throws -> Int {
        do {
            // What is applied doesn't ask for the time.
            return try scratch.transaction(at: Instant(milliseconds: 0)) { transaction in
                try Replay(chapters).apply(
                    from: reader, to: ReadTables(transaction), progress: progress)
            }
        } catch let failure as ReplayFailure {
            throw Discrepancy.replay(failure)
        }
    }

    private func compare(_ scratch: Connection, with held: Reader) throws -> Int {
        try scratch.read(within: Verification.patience) { replayed in
            try chapters.tables.reduce(0) { rows, table in
                var comparison = TableComparison(of: table, replayed: replayed, held: held)
                return try rows + comparison.count()
            }
        }
    }

    private func check(_ invariant: Invariant, _ reader: Reader) throws {
        let breach = try reader.first(invariant.breaches) { row in
            try (0..<row.count).map { "\(row.name($0)) \(try row.value($0).shown)" }
        }
        if let breach {
            throw Discrepancy.invariant(invariant.name, breach: breach.joined(separator: ", "))
        }
    }

    private func checkIntegrity(_ reader: Reader) throws {
        let answer = try reader.first("pragma integrity_check") { try $0.text(0) }
        if let answer, answer != "ok" { throw Discrepancy.damage(answer) }
    }

    /// A large database takes its time; nobody waits for a lock meanwhile.
    package static let patience = Duration.seconds(86_400)
}
