import Testing

/// Hashes that other systems made, with argon2-cffi 25.1, passlib 1.7.4, bcrypt 4.0.1 and Werkzeug 3.1.9.
struct PasswordVector: Sendable, CustomTestStringConvertible {
    /// What was hashed, and how.
    let name: String
    let password: [UInt8]
    let text: String

    init(_ name: String, _ text: String) {
        self.init(name, "correct horse", text)
    }

    init(_ name: String, _ password: String, _ text: String) {
        self.init(name, Array(password.utf8), text)
    }

    init(_ name: String, _ password: [UInt8], _ text: String) {
        self.name = name
        self.password = password
        self.text = text
    }

    var testDescription: String { name }
}
