/// What is kept of a password: enough to recognise it, not enough to know it.
///
/// Ours are Argon2id. Those of other systems are recognised and verified too, so that their users can
/// move over with the passwords they have.
package struct PasswordHash: Sendable, Equatable {
    fileprivate enum Recipe: Sendable, Equatable {
        case argon2(Argon2Hash)
        case bcrypt(BcryptHash)
        case scrypt(ScryptHash)
        case pbkdf2(PBKDF2Hash)
    }

    /// More than the longest hash that is taken: Werkzeug's, with its longest numbers and salt.
    private static let mostLength = 256

    /// As it is stored. Never for a log or an answer.
    package let text: String
    private let recipe: Recipe

    /// Nil where the text is no hash that can be verified, or verifying it would take more than a second
    /// or 256 MiB: whoever can bring such a hash in could stop everyone from signing in.
    package init?(_ text: String) {
        guard text.utf8.count <= PasswordHash.mostLength,
            text.utf8.allSatisfy({ (0x21...0x7E).contains($0) }),
            let recipe = Recipe(text)
        else { return nil }
        self.text = text
        self.recipe = recipe
    }

    package var scheme: PasswordScheme {
        switch recipe {
        case .argon2(let hash): hash.scheme
        case .bcrypt: .bcrypt
        case .scrypt: .scrypt
        case .pbkdf2: .pbkdf2
        }
    }

    /// Whether it is this password's hash. It takes 20 to 1,000 ms, whatever the answer is.
    package func verifies(_ password: [UInt8]) throws(PasswordHashError) -> Bool {
        switch recipe {
        case .argon2(let hash): try hash.verifies(password)
        case .bcrypt(let hash): try hash.verifies(password)
        case .scrypt(let hash): try hash.verifies(password)
        case .pbkdf2(let hash): try hash.verifies(password)
        }
    }

    /// Whether a new hash would be made like this one. If not, it is replaced when its password is known:
    /// at the next sign-in.
    package func isCurrent(_ parameters: Argon2Parameters) -> Bool {
        guard case .argon2(let hash) = recipe else { return false }
        return hash.isCurrent(parameters)
    }
}

extension PasswordHash.Recipe {
    fileprivate init?(_ text: String) {
        if let hash = Argon2Hash(text) {
            self = .argon2(hash)
        } else if let hash = BcryptHash(text) {
            self = .bcrypt(hash)
        } else if let hash = ScryptHash(text) {
            self = .scrypt(hash)
        } else if let hash = PBKDF2Hash(text) {
            self = .pbkdf2(hash)
        } else {
            return nil
        }
    }
}
