import Booking
import Crypto
import Migrations
import Posix
import SQLite
import Server
import Time

/// One run of `roost import users`.
struct UserImportWork {
    private let file: String
    private let path: String
    private let surroundings: Surroundings
    private let users: UserImport
    private let clock = Clock.system
    private static let hashedAtOnce = 64

    init(_ file: String, _ database: String, _ surroundings: Surroundings) throws {
        self.file = file
        path = database
        self.surroundings = surroundings
        let journal = Journal(try Chapters(Features.chapters))
        users = UserImport(journal: journal, admit: Facilitators.admission(journal))
    }

    func run(isDry: Bool, skipsBad: Bool) async throws {
        if isDry { return try tell(try lookWithoutHolding(), isDry: true, skipsBad: skipsBad) }
        let held = try HeldDatabase(path, for: "import users")
        try held.migrate()
        let connection = try held.connection()
        let report = try look(connection)
        try tell(report, isDry: false, skipsBad: skipsBad)
        let hashes = try await hashes(of: report)
        let count = try bringIn(report, hashes, connection)
        surroundings.say("brought in \(count) people from \(file)\n")
    }

    /// A server may run meanwhile.
    private func lookWithoutHolding() throws -> UserImportReport {
        try CurrentDatabase.refuseOtherThanFile(at: path)
        do {
            guard File.exists(path) else { return try look(try emptyDatabase()) }
            let connection = try Connection(path, .readOnly)
            try CurrentDatabase.requireShape(of: connection)
            return try look(connection)
        } catch let error as SQLiteError {
            throw CommandFailure(ofStorage: error, path)
        }
    }

    /// As it will be where none is yet.
    private func emptyDatabase() throws -> Connection {
        let connection = try Connection(path, .scratch)
        try Migrator(Migration.embedded).migrate(connection, at: clock.now)
        return connection
    }

    private func look(_ connection: Connection) throws -> UserImportReport {
        let progress = RowProgress("looked at", surroundings)
        return try translating {
            try connection.read { reader in
                try users.check(file, at: clock.now, reader, progress: progress.tell)
            }
        }
    }

    /// Says what was found, and throws what stands against going on.
    private func tell(_ report: UserImportReport, isDry: Bool, skipsBad: Bool) throws {
        for refusal in report.refusals {
            surroundings.complain(
                "line \(refusal.line): \(refusal.sentences.joined(separator: "; "))")
        }
        let refused = report.refusedLines.count
        if refused > report.refusals.count {
            surroundings.complain("and \(refused - report.refusals.count) lines more")
        }
        if !report.unknownColumns.isEmpty {
            let columns = report.unknownColumns.joined(separator: ", ")
            surroundings.say("columns that mean nothing here: \(columns)\n")
        }
        let good = report.rows - refused
        if isDry { surroundings.say("\(good) people would come in, \(refused) would not\n") }
        guard refused > 0, !skipsBad else { return }
        throw CommandFailure(
            line: isDry
                ? "\(refused) of \(report.rows) rows can't come in"
                : "\(refused) of \(report.rows) rows can't come in, so nobody did; mend them, or say "
                    + "--skip-bad")
    }

    /// Passwords in the clear are hashed on all cores, before anything is held up.
    private func hashes(of report: UserImportReport) async throws -> [Int: PasswordHash] {
        guard !report.plainPasswords.isEmpty else { return [:] }
        let hashing = try PasswordHashing(threads: Processors.count, waiting: 2 * Self.hashedAtOnce)
        try hashing.start()
        defer { hashing.stop() }
        let progress = RowProgress("hashed the passwords of", surroundings)
        var hashes: [Int: PasswordHash] = [:]
        for start in stride(from: 0, to: report.plainPasswords.count, by: Self.hashedAtOnce) {
            let some = report.plainPasswords.dropFirst(start).prefix(Self.hashedAtOnce)
            try await withThrowingTaskGroup(of: (Int, PasswordHash).self) { group in
                for (line, password) in some {
                    group.addTask { (line, try await hashing.hash(password)) }
                }
                for try await (line, hash) in group { hashes[line] = hash }
            }
            progress.tell(hashes.count)
        }
        return hashes
    }

    private func bringIn(
        _ report: UserImportReport, _ hashes: [Int: PasswordHash], _ connection: Connection
    ) throws -> Int {
        let progress = RowProgress("brought in", surroundings)
        return try translating {
            let count = try connection.transaction(at: clock.now) { tx in
                try users.prepare(in: tx)
                return try users.run(
                    file, report, hashes: hashes, in: tx, progress: progress.tell)
            }
            try connection.script("pragma wal_checkpoint(truncate)")
            return count
        }
    }

    private func translating<Result>(_ body: () throws -> Result) throws(CommandFailure) -> Result {
        do {
            return try body()
        } catch let error as ImportError {
            throw CommandFailure(line: "\(file): \(error); nobody was brought in")
        } catch let error as SystemError {
            throw CommandFailure(line: "\(file) can't be read: \(error)")
        } catch {
            throw CommandFailure(ofStorage: error, path)
        }
    }
}
