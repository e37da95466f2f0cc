/// The function that a password hash was made with.
package enum PasswordScheme: String, Sendable, CaseIterable {
    case argon2id
    case argon2i
    case argon2d
    case bcrypt
    case scrypt
    case pbkdf2
}
