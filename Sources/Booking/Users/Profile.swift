import Time

/// Who a person is: what stands beside the journal, and goes when the person wants to be forgotten.
package struct Profile: Sendable, Equatable {
    var email: String
    var username: String
    var name: String
    var bio: String?
    var specialization: String?
    /// What letters are written in; nil for what is usual here.
    var language: Language?
    /// When a letter to the address was answered.
    var emailVerifiedAt: Instant?

    /// By what the address is found and compared: people write it as they like.
    var emailKey: String { Profile.key(email) }
    var usernameKey: String { Profile.key(username) }

    static func key(_ name: String) -> String { name.lowercased() }

    /// The words by which the person is found.
    var words: Set<String> {
        Set([name, username, email].flatMap(Profile.words))
    }

    /// The words of a text, in lower case: what stands between anything but letters and digits.
    static func words(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// A username for who gave none: what stands before the @, as far as a username can hold it.
    static func username(outOf email: String) -> String {
        let local = email.prefix { $0 != "@" }.lowercased().filter {
            $0.isLetter || $0.isNumber || $0 == "." || $0 == "_" || $0 == "-"
        }
        return local.isEmpty ? "user" : String(local.prefix(40))
    }
}
