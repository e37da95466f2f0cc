/// What holds for the secret that access tokens are signed with.
enum SecretKey {
    /// HMAC with SHA-256 asks for a key of its output's length (RFC 7518, section 3.2).
    static let leastBytes = 32

    static let howToMake = "make one with: openssl rand -base64 48"

    /// Why a text can't keep tokens from being forged; `nil` when it can.
    static func weakness(of text: String) -> String? {
        if text.isEmpty { return "is missing" }
        if isWellKnown(text) { return "is a well-known default" }
        if text.utf8.count < leastBytes { return "is shorter than \(leastBytes) bytes" }
        if Set(text.utf8).count < leastDifferentBytes { return "is too regular" }
        return nil
    }

    /// A secret that nobody else has: 32 bytes of the system's randomness, in hexadecimal.
    ///
    /// The generator is not a parameter: it has no size, and the thread sanitizer takes a reference to
    /// nothing for an access to anywhere.
    static func make() -> String {
        (0..<leastBytes).map { _ in
            let byte = String(UInt8.random(in: .min ... .max), radix: 16)
            return byte.count == 1 ? "0\(byte)" : byte
        }.joined()
    }

    /// Random text of 32 bytes has more; `abcabcabc…` has not.
    private static let leastDifferentBytes = 8

    /// Texts that stand in READMEs and examples, whatever is between their words.
    private static func isWellKnown(_ text: String) -> Bool {
        let words = String(text.lowercased().filter { $0.isLetter || $0.isNumber })
        return ["secret", "password", "jwtsecret", "test", "dev", "key"].contains(words)
            || [
                "changeme", "changethis", "changein", "secretkey", "supersecret", "yoursecret",
                "yourjwt", "replaceme", "insecure", "placeholder",
            ].contains { words.contains($0) }
    }
}
