import Crypto
import SQLite
import Time

/// Brings the users of another system in, from a file.
///
/// The file is read twice: first every row is looked at, so that all that is wrong is told at once and
/// nothing has happened yet; then the rows go into the tables, within one transaction.
package struct UserImport: Sendable {
    private let journal: Journal
    private let ids: Ids
    private let admit: Users.Admission

    package init(journal: Journal, ids: Ids = Ids(), admit: @escaping Users.Admission) {
        self.journal = journal
        self.ids = ids
        self.admit = admit
    }

    /// Looks at every row: by itself, and beside those that come before it or are in the database.
    package func check(
        _ path: String, at now: Instant, _ reader: Reader, progress: (Int) -> Void
    ) throws -> UserImportReport {
        var report = UserImportReport()
        var census = try UserCensus(reader, at: now)
        var unknown = UnknownColumns { UserColumn(named: $0) != nil }
        try ImportFile.each(in: path) { row in
            report.found.unknownColumns += unknown.new(in: row)
            switch Self.read(row) {
            case .success(let user): report.note(user, try census.faults(of: user, reader))
            case .failure(let faults): report.found.note(faults.line, faults.sentences)
            }
            progress(report.found.rows)
        }
        return report
    }

    private static func read(_ row: ImportRow) -> Result<UserRow, UserRowFaults> {
        Result { () throws(UserRowFaults) in try UserRow(row) }
    }

    /// Makes what a server makes at its start, in a database that none has begun with.
    package func prepare(in tx: Transaction) throws {
        try Roles.prepare(journal, in: tx)
    }

    /// Puts the rows that were not refused into the tables. Passwords in the clear were hashed before:
    /// here are their hashes by the lines of the rows.
    package func run(
        _ path: String, _ report: UserImportReport, hashes: [Int: PasswordHash],
        in tx: Transaction, progress: (Int) -> Void
    ) throws -> Int {
        var count = 0
        try ImportFile.each(in: path) { row in
            guard !report.found.refusedLines.contains(row.line),
                case .success(let user) = Self.read(row)
            else { return }
            let hash = hashes[row.line] ?? user.passwordHashText.flatMap(PasswordHash.init)
            try add(user, hash, avoiding: report.usernames, in: tx)
            count += 1
            progress(count)
        }
        return count
    }

    private func add(
        _ row: UserRow, _ hash: PasswordHash?, avoiding usernames: Set<String>,
        in tx: Transaction
    ) throws {
        let id = row.id ?? ids.next(at: row.createdAt ?? tx.now)
        let username = try username(of: row, avoiding: usernames, tx)
        let profile = Profile(
            email: row.email, username: username, name: row.name ?? username, bio: row.bio,
            specialization: row.specialization)
        let newcomer = Users.Newcomer(
            profile: profile, needsUsername: false, roles: try roles(of: row, tx), hash: hash,
            googleSubject: row.googleID)
        let fact = Registered(
            roles: newcomer.roles.map(\.id), status: row.status, since: row.createdAt)
        try newcomer.enter(id, fact, by: nil, journal, admit, in: tx)
    }

    /// Their own, or one that nobody has here or anywhere in the file.
    private func username(
        of row: UserRow, avoiding taken: Set<String>, _ reader: Reader
    ) throws -> String {
        if let username = row.ownUsername { return username }
        return try UserStore.freeUsername(
            like: Profile.username(outOf: row.email), besides: taken, reader)
    }

    private func roles(of row: UserRow, _ reader: Reader) throws -> [Role] {
        try row.roleNames.map { name in
            guard let role = try RoleStore.role(named: name, reader) else {
                throw ImportError(line: row.line, reason: "there is no role \(name)")
            }
            return role
        }
    }
}

extension UserRow {
    /// The username, unless it is an address: that they sign in with anyway.
    var ownUsername: String? {
        username.flatMap { $0.contains("@") ? nil : $0 }
    }

    var roleNames: [String] { roles.isEmpty ? [BuiltInRole.client.rawValue] : roles }
}
