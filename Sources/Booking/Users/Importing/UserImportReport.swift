/// What was found out about a file of users.
package struct UserImportReport: Sendable {
    /// What is found out about any file.
    package internal(set) var found = ImportReport()
    /// The lines of rows that bring a password in the clear, which has to be hashed.
    package private(set) var plainPasswords: [(line: Int, password: String)] = []
    /// The usernames of all rows, as they are compared: those that are made up must be others.
    private(set) var usernames: Set<String> = []

    mutating func note(_ user: UserRow, _ faults: [String]) {
        found.note(user.line, faults)
        guard faults.isEmpty else { return }
        if let password = user.password { plainPasswords.append((user.line, password)) }
        if let username = user.ownUsername { usernames.insert(Profile.key(username)) }
    }
}
