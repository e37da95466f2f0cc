/// Texts of hashes, well formed but for what a test puts in.
enum PasswordText {
    static let argon2Salt = "MDEyMzQ1Njc4OWFiY2RlZg"
    static let argon2Hash = "rk2Mi3E4dgRMg0fHaYaptWVZRKqs//6b6k3/nntqGJk"
    static let bcryptTail = "0Y1vLgMe0YH3J68fAiVjKegWCDPUjou.2lCa9RxswXzJbgjrmSjIS"
    static let scryptTail = "abcDEF12$" + hexadecimal(64)
    static let pbkdf2Tail = "abcDEF12$" + hexadecimal(32)

    static func argon2(
        _ work: String, head: String = "$argon2id$v=19", salt: String = argon2Salt,
        hash: String = argon2Hash
    ) -> String {
        "\(head)$\(work)$\(salt)$\(hash)"
    }

    /// So many bytes.
    static func hexadecimal(_ count: Int) -> String { String(repeating: "0f", count: count) }
}
