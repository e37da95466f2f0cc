import COpenSSL

/// A hash of PBKDF2 with HMAC-SHA-256 (RFC 8018) as Werkzeug writes it: `pbkdf2:sha256:ROUNDS$SALT$HASH`.
///
/// A text without its rounds is refused: each version of Werkzeug has meant another number by that, and
/// none has written it.
struct PBKDF2Hash: Sendable, Equatable {
    /// A second of one core; Werkzeug's own is 1,000,000 since its version 3.1.
    static let mostRounds = 4_000_000
    static let hashLength = 32

    private let written: WerkzeugHash
    private let rounds: Int

    /// Nil where the text is none, or asks for more than it should.
    init?(_ text: String) {
        guard let written = WerkzeugHash(text, hashLength: PBKDF2Hash.hashLength),
            written.method.count == 3, written.method[0] == "pbkdf2",
            written.method[1] == "sha256", let rounds = written.method[2].number(),
            rounds <= PBKDF2Hash.mostRounds
        else { return nil }
        self.written = written
        self.rounds = rounds
    }

    func verifies(_ password: [UInt8]) throws(PasswordHashError) -> Bool {
        let output = SecretBytes(count: written.hash.count)
        let input = SecretBytes(password)
        let result = input.withCharacters { phrase in
            PKCS5_PBKDF2_HMAC(
                phrase, Int32(clamping: input.count), written.salt,
                Int32(clamping: written.salt.count), Int32(clamping: rounds), EVP_sha256(),
                Int32(clamping: output.count), output.pointer)
        }
        guard result == 1 else {
            throw PasswordHashError(call: "PKCS5_PBKDF2_HMAC", reason: "failed")
        }
        return output.equals(written.hash)
    }
}
