import Crypto
import JSON
import SQLite
import Time

/// Who is there already, in the database and in the rows of a file so far: nobody comes in twice.
struct UserCensus {
    private let now: Instant
    private let roles: Set<String>
    private var ids: [String: Int] = [:]
    private var emails: [String: Int] = [:]
    private var usernames: [String: Int] = [:]
    private var subjects: [String: Int] = [:]

    init(_ reader: Reader, at now: Instant) throws {
        self.now = now
        let known = try RoleStore.all(reader).map(\.name)
        // A database that no server has begun with gets them before anybody comes in.
        roles = Set(known + BuiltInRole.allCases.map(\.rawValue))
    }

    /// What stands against a row.
    mutating func faults(of row: UserRow, _ reader: Reader) throws -> [String] {
        var faults = Self.faults(alone: row)
        faults += row.roleNames.filter { !roles.contains($0) }.map { "there is no role \($0)" }
        if row.roleNames.count > User.mostRoles {
            faults.append("nobody has more than \(User.mostRoles) roles")
        }
        if let moment = row.createdAt, moment > now { faults.append("created_at is to come") }
        faults += try taken(row, reader)
        return faults
    }

    // MARK: By itself

    private static func faults(alone row: UserRow) -> [String] {
        var faults = Faults()
        if let username = row.ownUsername {
            _ = Schema<String>.username.readText(username, at: "username", &faults)
        }
        if let name = row.name { _ = Schema<String>.personName.readText(name, at: "name", &faults) }
        if let bio = row.bio { _ = Schema<String>.bio.readText(bio, at: "bio", &faults) }
        if let work = row.specialization {
            _ = Schema<String>.specialization.readText(work, at: "specialization", &faults)
        }
        if let password = row.password {
            _ = Schema<String>.newPassword.readText(password, at: "password", &faults)
        }
        var sentences = faults.all.map { "\($0.field) \($0.detail)" }
        if let password = row.password,
            let like = PasswordLikeness(of: password, email: row.email, username: row.username)
        {
            sentences.append("password \(like.detail)")
        }
        if let text = row.passwordHashText, PasswordHash(text) == nil {
            sentences.append("password_hash is of no known kind, or takes too long to verify")
        }
        return sentences
    }

    // MARK: Beside others

    private mutating func taken(_ row: UserRow, _ reader: Reader) throws -> [String] {
        let email = Profile.key(row.email)
        let username = row.ownUsername.map(Profile.key)
        var faults: [String] = []
        faults += Self.claim(row.id, "id", row.line, &ids)
        faults += Self.claim(email, "email", row.line, &emails)
        faults += Self.claim(username, "username", row.line, &usernames)
        faults += Self.claim(row.googleID, "google_id", row.line, &subjects)
        if let id = row.id, try UserStore.hasAccount(id, reader) {
            faults.append("id is an account's already")
        }
        if try UserStore.id(ofEmail: email, reader) != nil {
            faults.append("email is an account's already")
        }
        if let username, try UserStore.id(of: username, reader) != nil {
            faults.append("username is an account's already")
        }
        if let subject = row.googleID,
            try CredentialStore.account(ofGoogle: subject, reader) != nil
        {
            faults.append("google_id is an account's already")
        }
        return faults
    }

    /// A sentence, where a line before has the same.
    private static func claim(
        _ value: String?, _ column: String, _ line: Int, _ claims: inout [String: Int]
    ) -> [String] {
        guard let value else { return [] }
        if let other = claims[value] { return ["\(column) is that of line \(other)"] }
        claims[value] = line
        return []
    }
}
