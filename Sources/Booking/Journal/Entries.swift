import HTTP
import SQLite
import Web

/// The journal as those see it who may read it: in parts, and waiting for what comes next.
package struct Entries: Sendable {
    /// Twenty rows take microseconds; this is for a machine that is in trouble.
    private static let readingTime = Duration.seconds(2)

    private let database: Database
    private let watch: JournalWatch

    package init(_ journal: Journal, in database: Database) {
        self.database = database
        watch = journal.watch
    }

    /// A part of the journal, as soon as it isn't empty, or when the caller has waited enough.
    func part(_ query: EntriesQuery) async throws -> Listing<JournalEntry> {
        let now = try read(query)
        guard now.items.isEmpty, query.wait > 0 else { return now }
        guard let waiter = watch.enlist(after: query.after, of: .init(of: query.stream)) else {
            throw Problem.tooManyWaiters
        }
        defer { watch.dismiss(waiter) }
        // What was committed before the waiter listened is found only by looking again.
        let meanwhile = try read(query)
        guard meanwhile.items.isEmpty else { return meanwhile }
        await waiter.wait(upTo: .seconds(query.wait))
        try Task.checkCancellation()
        return try read(query)
    }

    private func read(_ query: EntriesQuery) throws -> Listing<JournalEntry> {
        try database.read(within: Entries.readingTime) { reader in
            let items = try JournalStore.entries(
                after: query.after, of: query.stream, limit: query.limit, reader)
            let total = try JournalStore.count(of: query.stream, reader)
            let skipped = try JournalStore.count(upTo: query.after, of: query.stream, reader)
            return Listing(
                items, of: total, page: skipped / query.limit + 1, limit: query.limit,
                links: query.links(
                    behind: items.last, isMore: skipped + items.count < total),
                form: query.form)
        }
    }
}

extension Problem {
    static var tooManyWaiters: Problem {
        Problem(
            .serviceUnavailable, "too_many_waiters",
            "Too many callers wait for entries already; ask again without waiting.")
    }
}
