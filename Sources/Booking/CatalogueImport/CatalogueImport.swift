import SQLite
import Time

/// Brings classes, services, sessions or events over from another system, from a file.
///
/// The file is read twice, as it is with people: first every row is looked at, so that all that is wrong
/// is told at once and nothing has happened yet; then the rows go into the journal, within one
/// transaction, as if they had been made one after the other.
package struct CatalogueImport: Sendable {
    private let kind: CatalogueKind
    private let journal: Journal
    private let ids: Ids
    private let reader: CatalogueReader

    package init(_ kind: CatalogueKind, _ rules: CatalogueRules, journal: Journal, ids: Ids = Ids())
    {
        self.kind = kind
        self.journal = journal
        self.ids = ids
        reader = CatalogueReader(kind, rules)
    }

    /// Looks at every row: by itself, and beside those that come before it or are in the database.
    package func check(
        _ path: String, _ database: Reader, progress: (Int) -> Void
    ) throws -> ImportReport {
        var report = ImportReport()
        var hosts = CatalogueHosts()
        var lines: [String: Int] = [:]
        var unknown = UnknownColumns(besides: reader.isKnown)
        try ImportFile.each(in: path) { row in
            report.unknownColumns += unknown.new(in: row)
            switch try reader.read(row) {
            case .success(let row):
                report.note(row.line, try faults(of: row, &hosts, &lines, database))
            case .failure(let refusal): report.note(refusal.line, refusal.sentences)
            }
            progress(report.rows)
        }
        return report
    }

    private func faults(
        of row: CatalogueRow, _ hosts: inout CatalogueHosts, _ lines: inout [String: Int],
        _ database: Reader
    ) throws -> [String] {
        var sentences: [String] = []
        if case .failure(let fault) = try hosts.find(row.host, database) {
            sentences.append(fault.sentence)
        }
        guard let id = row.id else { return sentences }
        if let other = lines[id] { sentences.append("id is that of line \(other)") }
        lines[id] = lines[id] ?? row.line
        if try isTaken(id, database) { sentences.append("id is there already") }
        return sentences
    }

    private func isTaken(_ id: String, _ database: Reader) throws -> Bool {
        let question: SQL =
            kind.occasion == nil
            ? "select 1 from service where id = \(id)" : "select 1 from occasion where id = \(id)"
        return try database.first(question) { _ in true } ?? false
    }

    /// Puts the rows that were not refused into the journal; how many these were.
    package func run(
        _ path: String, _ report: ImportReport, in tx: Transaction, progress: (Int) -> Void
    ) throws -> Int {
        var count = 0
        var hosts = CatalogueHosts()
        try ImportFile.each(in: path) { row in
            guard !report.refusedLines.contains(row.line),
                case .success(let row) = try reader.read(row)
            else { return }
            try record(row, host: hosts.find(row.host, tx).get(), in: tx)
            count += 1
            progress(count)
        }
        return count
    }

    private func record(_ row: CatalogueRow, host: String?, in tx: Transaction) throws {
        let id = row.id ?? ids.next(at: tx.now)
        switch row.facts {
        case .service(let facts):
            try journal.record(ServiceEntries.created, facts, of: id, by: nil, in: tx)
        case .occasion(var facts):
            guard let kind = kind.occasion else { return }
            facts.host = host
            try journal.record(OccasionEntries.created(kind), facts, of: id, by: nil, in: tx)
        }
    }
}
