/// What was found out about a file of users.
package struct UserImportReport: Sendable {
    /// A row that can't come in, and why: sentences without their full stops.
    package struct Refusal: Sendable, Equatable {
        package let line: Int
        package let sentences: [String]
    }

    /// More are counted and not told: whoever has so many has one mistake, and made it often.
    package static let mostTold = 1_000

    package internal(set) var rows = 0
    package private(set) var refusals: [Refusal] = []
    package private(set) var refusedLines: Set<Int> = []
    package internal(set) var unknownColumns: [String] = []
    /// The lines of rows that bring a password in the clear, which has to be hashed.
    package private(set) var plainPasswords: [(line: Int, password: String)] = []
    /// The usernames of all rows, as they are compared: those that are made up must be others.
    private(set) var usernames: Set<String> = []

    mutating func note(_ user: UserRow, _ faults: [String]) {
        guard faults.isEmpty else { return refuse(user.line, faults) }
        rows += 1
        if let password = user.password { plainPasswords.append((user.line, password)) }
        if let username = user.ownUsername { usernames.insert(Profile.key(username)) }
    }

    mutating func refuse(_ line: Int, _ sentences: [String]) {
        rows += 1
        refusedLines.insert(line)
        guard refusals.count < UserImportReport.mostTold else { return }
        refusals.append(Refusal(line: line, sentences: sentences))
    }
}
