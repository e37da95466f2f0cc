import Posix
import SQLite
import Time

/// Puts a copy in the place of a database that nobody uses, and keeps what was there.
///
/// The copy is put together beside the database and proved before anything of this is touched. Its
/// caller holds the database's lock.
package struct Restore: Sendable {
    /// What was done.
    package struct Report: Sendable {
        /// The copy that was used.
        package let source: String
        package let facts: DatabaseFacts
        /// What the database is called now that was there before.
        package let kept: String?
        /// What else there is to know, a sentence each.
        package let notes: [String]
    }

    private let database: String
    private let migrator: Migrator
    private let clock: Clock

    package init(of database: String, _ migrator: Migrator, clock: Clock = .system) {
        self.database = database
        self.migrator = migrator
        self.clock = clock
    }

    /// Restores from a copy, or from the folder of a stream.
    @discardableResult
    package func run(from source: String) throws(BackupError) -> Report {
        guard File.exists(source) else { throw .noSource(source) }
        return try BackupError.telling(of: database) {
            try PartialFile.removeAbandoned(in: Folder(of: database))
            let found =
                Folder(source).exists
                ? try StreamSource(Folder(source), migrator).stage(beside: database)
                : try FileSource(source, migrator).stage(beside: database)
            try found.staged.file.sync()
            let swap = Swap(of: found.staged, into: database, at: clock.now)
            for step in swap.steps { try step() }
            return Report(
                source: found.source, facts: found.facts, kept: swap.kept,
                notes: found.notes + swap.notes)
        }
    }
}
