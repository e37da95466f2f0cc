import JSON

/// The password of a user, or the hash of it.
struct ImportedSecret {
    private(set) var password: String?
    private(set) var hash: String?

    /// A hash is one in whichever column it is: some systems call both `password`.
    init(_ cells: inout ImportCells<UserColumn>) {
        let given = cells.read(.password, ImportedText.password.read)
        let isHash = given.map(ImportedSecret.isHash) ?? false
        password = isHash ? nil : given
        hash = cells.read(.passwordHash, ImportedSecret.readHash)
        guard isHash else {
            if password != nil, hash != nil {
                cells.add("conflict", "must not be given together with its hash", to: .password)
            }
            return
        }
        if let hash, hash != given {
            cells.add(
                "conflict", "must not be another hash than the other column has", to: .password)
        }
        hash = given
    }

    private static func readHash(_ json: JSON, _ faults: inout Faults) -> String? {
        guard let text = ImportedText.hash.read(json, &faults) else { return nil }
        guard isHash(text) else {
            faults.add(
                "bad_format",
                "must be a hash of Argon2, bcrypt, or Werkzeug's scrypt or pbkdf2, as text")
            return nil
        }
        return text
    }

    /// Whether it begins as the hashes do that can be checked here.
    private static func isHash(_ text: String) -> Bool {
        ["$argon2", "$2a$", "$2b$", "$2y$", "scrypt:", "pbkdf2:"].contains { text.hasPrefix($0) }
    }
}
