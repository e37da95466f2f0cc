import Posix
import SQLite
import Time

/// Puts a staged database in the place of another, step by step.
///
/// Behind each step, as within it, the database's name leads to the old one with all that belongs to it,
/// or to the new one with nothing beside it: never to nothing, and never to one with the log of the
/// other.
final class Swap {
    /// How the old database is kept.
    enum Keeping {
        /// By a second name, where the file system knows such a thing.
        case linking
        case copying
    }

    private let staged: StagedDatabase
    private let database: String
    private let keeping: Keeping
    /// The old database's name at the end.
    private let name: String
    private(set) var kept: String?
    private(set) var notes: [String] = []

    init(
        of staged: StagedDatabase, into database: String, at now: Instant,
        _ keeping: Keeping = .linking
    ) {
        self.staged = staged
        self.keeping = keeping
        self.database = database
        name = Self.freeName(for: database, from: now)
    }

    /// Two may be restored within a second, and what was kept is never written over.
    private static func freeName(for database: String, from moment: Instant) -> String {
        var moment = moment
        while isTaken(name(for: database, at: moment)) { moment = moment + .seconds(1) }
        return name(for: database, at: moment)
    }

    private static func name(for database: String, at moment: Instant) -> String {
        "\(database).before-restore-\(moment.fileName)"
    }

    private static func isTaken(_ name: String) -> Bool {
        (logs + ["", unfinished]).contains { File.exists(name + $0) }
    }

    /// In their order.
    var steps: [() throws -> Void] {
        [closeOld, clearSidecars, keepOld, replace, nameOld]
    }

    /// Moves what the old log holds into the old database, so that this is whole without it. One that is
    /// too damaged for that stays as it is.
    private func closeOld() throws {
        guard File.exists(database), try hasLog else { return }
        if let damage = try damageFoundMovingLog() {
            notes.append("the old database is damaged (\(damage)), and is kept as it was")
            return
        }
        // Others who read it keep the log from being emptied.
        guard try !hasLog else { throw BackupError.inUse(database, by: "another program") }
    }

    /// What keeps the log from being moved, when it is the files themselves.
    private func damageFoundMovingLog() throws(SQLiteError) -> SQLiteError? {
        do throws(SQLiteError) {
            let old = try Connection(database, .readWrite)
            // Who else has it open shouldn't be there, and isn't waited for.
            try old.script("pragma busy_timeout = 0; pragma wal_checkpoint(truncate)")
            return nil
        } catch {
            guard error.isOfDamage else { throw error }
            return error
        }
    }

    /// Whether the database file alone may not be all of the old database.
    private var hasLog: Bool {
        get throws { try Swap.logs.contains { try hasContent(database + $0) } }
    }

    /// What may have changes in it that are not in the database file.
    private static let logs = ["-wal", "-journal"]

    /// Takes away what SQLite keeps beside a database: empty files, by now. What a damaged database still
    /// has in them is set aside with it.
    private func clearSidecars() throws {
        for ending in Swap.logs where try hasContent(database + ending) {
            try File.rename(database + ending, to: name + ending)
            notes.append("\(database)\(ending) is kept as \(name)\(ending)")
        }
        let own = database.split(separator: "/").last ?? ""
        try Folder(of: database).remove(["\(own)-wal", "\(own)-journal", "\(own)-shm"])
    }

    /// Gives the old database a second name, which it keeps when the first one goes on to the new.
    private func keepOld() throws {
        guard File.exists(database) else { return }
        if keeping == .copying { return try copyOld() }
        do throws(SystemError) {
            try File.link(database, as: secondName)
        } catch {
            guard error.isUnsupported else { throw error }
            try copyOld()
        }
    }

    /// Until it is the only one, it is called so that nobody takes it for the old database: SQLite must
    /// not open a file by two names (https://www.sqlite.org/howtocorrupt.html section 2.4).
    private var secondName: String { name + Swap.unfinished }
    private static let unfinished = ".unfinished"

    private func copyOld() throws {
        try Folder(of: database).check(room: File.size(of: database))
        let copy = try PartialFile(for: secondName)
        try copy.fill(from: database)
        try copy.sync()
        try copy.publish()
    }

    private func replace() throws {
        try File.rename(staged.file.path, to: database)
    }

    private func nameOld() throws {
        guard File.exists(secondName) else { return }
        try File.rename(secondName, to: name)
        kept = name
    }

    private func hasContent(_ path: String) throws -> Bool {
        try File.exists(path) && File.size(of: path) > 0
    }
}

extension SQLiteError {
    /// Whether the database's own files are to blame.
    fileprivate var isOfDamage: Bool {
        switch kind {
        case .corrupt, .notADatabase, .inputOutput: true
        default: false
        }
    }
}
