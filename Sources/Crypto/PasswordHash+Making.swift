extension PasswordHash {
    /// Hashes a new password, with a salt of the system's randomness (getrandom(2)).
    package static func make(
        of password: [UInt8], with parameters: Argon2Parameters
    ) throws(PasswordHashError) -> PasswordHash {
        let salt = (0..<Argon2Hash.ownSaltLength).map { _ in UInt8.random(in: .min ... .max) }
        return try make(of: password, with: parameters, salt: salt)
    }

    /// The same with a salt that is known, for tests: two hashes with one tell that their passwords are
    /// the same.
    package static func make(
        of password: [UInt8], with parameters: Argon2Parameters, salt: [UInt8]
    ) throws(PasswordHashError) -> PasswordHash {
        // Too much work is refused before it is done.
        _ = try ofNobody(parameters)
        let hash = try Argon2(parameters: parameters)
            .derive(password, salt: salt, count: Argon2Hash.ownHashLength)
        return try written(parameters, salt: salt, hash: hash.copy())
    }

    /// A hash that is as much work as one of ours, and that no password has: for accounts that don't
    /// exist, so that the time of an answer doesn't tell.
    package static func ofNobody(
        _ parameters: Argon2Parameters
    ) throws(PasswordHashError) -> PasswordHash {
        try written(
            parameters, salt: Array(repeating: 0, count: Argon2Hash.ownSaltLength),
            hash: Array(repeating: 0, count: Argon2Hash.ownHashLength))
    }

    private static func written(
        _ parameters: Argon2Parameters, salt: [UInt8], hash: [UInt8]
    ) throws(PasswordHashError) -> PasswordHash {
        let text = Argon2Hash.text(parameters, salt: salt, hash: hash)
        guard let hash = PasswordHash(text) else {
            throw PasswordHashError(
                call: "Argon2", reason: "parameters that no hash may have: \(parameters)")
        }
        return hash
    }
}
