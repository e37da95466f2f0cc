import Booking
import Crypto
import SQLite
import Server
import Time

/// One run of `roost import users`.
struct UserImportWork {
    private let source: ImportSource
    private let users: UserImport
    private let clock = Clock.system
    private static let hashedAtOnce = 64

    init(_ file: String, _ database: String, _ surroundings: Surroundings) throws {
        source = ImportSource(
            file: file, path: database, surroundings: surroundings, noun: "people",
            nothing: "nobody was brought in")
        let journal = Journal(try Chapters(Features.chapters))
        users = UserImport(journal: journal, admit: Facilitators.admission(journal))
    }

    func run(isDry: Bool, skipsBad: Bool) async throws {
        if isDry {
            let report = try source.lookWithoutHolding(look)
            return try source.tell(report.found, isDry: true, skipsBad: skipsBad)
        }
        let held = try HeldDatabase(source.path, for: "import users")
        try held.migrate()
        let connection = try held.connection()
        let report = try look(connection)
        try source.tell(report.found, isDry: false, skipsBad: skipsBad)
        let hashes = try await hashes(of: report)
        let count = try bringIn(report, hashes, connection)
        source.surroundings.say("brought in \(count) people from \(source.file)\n")
    }

    private func look(_ connection: Connection) throws -> UserImportReport {
        let progress = RowProgress("looked at", source.surroundings)
        return try source.translating {
            // Looking at a million rows takes longer than a question may.
            try connection.read(within: .seconds(86_400)) { reader in
                try users.check(source.file, at: clock.now, reader, progress: progress.tell)
            }
        }
    }

    /// Passwords in the clear are hashed on all cores, before anything is held up.
    private func hashes(of report: UserImportReport) async throws -> [Int: PasswordHash] {
        guard !report.plainPasswords.isEmpty else { return [:] }
        let hashing = try PasswordHashing(threads: Processors.count, waiting: 2 * Self.hashedAtOnce)
        try hashing.start()
        defer { hashing.stop() }
        let progress = RowProgress("hashed the passwords of", source.surroundings)
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
        let progress = RowProgress("brought in", source.surroundings)
        return try source.translating {
            let count = try connection.transaction(at: clock.now) { tx in
                try users.prepare(in: tx)
                return try users.run(
                    source.file, report, hashes: hashes, in: tx, progress: progress.tell)
            }
            try connection.script("pragma wal_checkpoint(truncate)")
            return count
        }
    }
}
