import JSON
import SQLite

/// Makes the read tables from the journal: every entry in its order, each applied by the function that
/// applied it when it was recorded.
package struct Replay: Sendable {
    /// Is told how many entries of how many are applied.
    package typealias Progress = (_ done: Int, _ total: Int) -> Void

    /// How many entries lie between two reports of progress.
    private static let stride = 1_000

    private let chapters: Chapters

    package init(_ chapters: Chapters) {
        self.chapters = chapters
    }

    /// Makes the read tables of a database anew, all or nothing; how many entries there were.
    ///
    /// Nobody else may work with the database meanwhile: what they know of it would be outdated.
    package func rebuild(
        in transaction: Transaction, progress: Progress = { _, _ in }
    ) throws -> Int {
        try ReplayBorders(chapters).check(transaction)
        // Rows go and come again under their keys, so references are looked at when all are there.
        try transaction.script("pragma defer_foreign_keys = on")
        for table in chapters.tables.reversed() {
            try transaction.run("delete from \(table.sql)")
        }
        let count = try apply(
            from: transaction, to: ReadTables(transaction), progress: progress)
        if let broken = try BrokenReference.first(transaction) {
            throw ReplayFailure.brokenReference(broken)
        }
        return count
    }

    /// Applies every entry of a journal to read tables that are empty; how many there were.
    func apply(
        from reader: Reader, to tables: ReadTables, progress: Progress = { _, _ in }
    ) throws -> Int {
        let total = try JournalStore.count(of: nil, reader)
        var done = 0
        try JournalStore.each(reader) { entry in
            guard entry.seq == done + 1 else {
                throw ReplayFailure.gap(after: done, next: entry.seq)
            }
            try apply(entry, to: tables)
            done += 1
            if done % Replay.stride == 0 { progress(done, total) }
        }
        progress(done, total)
        return done
    }

    private func apply(_ entry: JournalEntry, to tables: ReadTables) throws {
        guard let kind = chapters.kind(entry.kind) else {
            throw ReplayFailure.entry(entry, "is of a kind that this version of Roost doesn't know")
        }
        guard let id = kind.id(in: entry.stream) else {
            throw ReplayFailure.entry(entry, "is in the stream \(entry.stream), where it can't be")
        }
        let head = EntryHead(
            seq: entry.seq, id: id, version: entry.version, actor: entry.actor, at: entry.at)
        do {
            try kind.apply(Array(entry.data.utf8), head, tables)
        } catch let error as MalformedJSON {
            throw ReplayFailure.entry(entry, "is not JSON: \(error)")
        } catch let error as UnreadablePayload {
            throw ReplayFailure.entry(entry, "can't be read: \(error)")
        } catch let error as SQLiteError where error.isOfMachine {
            throw error
        } catch {
            throw ReplayFailure.entry(entry, "can't be applied: \(error)")
        }
    }
}

extension SQLiteError {
    /// Whether the entry can't help it: its disk, its memory, its time.
    fileprivate var isOfMachine: Bool {
        switch kind {
        case .constraint, .mismatch, .other: false
        default: true
        }
    }
}
