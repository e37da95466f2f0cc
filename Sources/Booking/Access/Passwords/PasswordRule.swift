import Crypto
import JSON

/// What a password has to be like. All of it holds for new ones; those that exist are only compared.
package enum PasswordRule {
    /// In bytes of UTF-8. bcrypt, which many systems keep passwords with, counts no more than 72, so
    /// people can take theirs along to one; 8 is the least that NIST SP 800-63B-3 allows (5.1.1.1).
    package static let length = 8...72

    /// What is tried at sign-in, in bytes: other systems may have taken longer ones, but nobody types
    /// more than this.
    package static let triedLength = 1...1_024
}

extension Schema where Value == String {
    /// A password that is to be set. Whether it is too like its owner's name, `PasswordLikeness` tells.
    package static var newPassword: Schema {
        // Scalars are what the document counts, and no text has more of them than bytes.
        text(0...PasswordRule.length.upperBound)
            .refined(
                code: "too_short",
                detail: "must have at least \(PasswordRule.length.lowerBound) bytes as UTF-8"
            ) { $0.utf8.count >= PasswordRule.length.lowerBound }
            .refined(
                code: "too_long",
                detail: "must have at most \(PasswordRule.length.upperBound) bytes as UTF-8"
            ) { $0.utf8.count <= PasswordRule.length.upperBound }
            .refined(
                code: "too_common", detail: "is one of the passwords that are guessed first"
            ) { !PopularPasswords.contains($0) }
            .described(
                "8 to 72 bytes as UTF-8; not one of the 3,000 most common passwords, nor the name or "
                    + "e-mail address of the account.")
    }

    /// A password to sign in with. Only what nobody can have is a fault; the rest is wrong or right.
    package static var password: Schema {
        text(PasswordRule.triedLength)
            .refined(
                code: "too_long",
                detail: "must have at most \(PasswordRule.triedLength.upperBound) bytes as UTF-8"
            ) { $0.utf8.count <= PasswordRule.triedLength.upperBound }
    }
}
