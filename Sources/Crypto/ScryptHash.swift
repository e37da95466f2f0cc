import COpenSSL

/// A hash of scrypt (RFC 7914) as Werkzeug writes it: `scrypt:N:r:p$SALT$HASH`.
struct ScryptHash: Sendable, Equatable {
    /// N times r times p: a second of one core; Werkzeug's own is an eighth of that. The 128 bytes of
    /// each are at most 256 MiB of memory.
    static let mostWork = 2_097_152
    static let hashLength = 64

    private let written: WerkzeugHash
    private let cost: Int
    private let blockSize: Int
    private let parallelism: Int

    /// Nil where the text is none, or asks for more than it should.
    init?(_ text: String) {
        guard let written = WerkzeugHash(text, hashLength: ScryptHash.hashLength),
            written.method.count == 4, written.method[0] == "scrypt",
            let cost = written.method[1].number(), cost >= 2, cost & (cost - 1) == 0,
            let blockSize = written.method[2].number(),
            let parallelism = written.method[3].number(),
            cost <= ScryptHash.mostWork, blockSize <= ScryptHash.mostWork / cost,
            parallelism <= ScryptHash.mostWork / (cost * blockSize)
        else { return nil }
        // RFC 7914, section 2: N is less than 2^(128 * r / 8).
        guard blockSize > 1 || cost < 65_536 else { return nil }
        self.written = written
        self.cost = cost
        self.blockSize = blockSize
        self.parallelism = parallelism
    }

    func verifies(_ password: [UInt8]) throws(PasswordHashError) -> Bool {
        let output = SecretBytes(count: written.hash.count)
        let input = SecretBytes(password)
        let result = input.withCharacters { phrase in
            EVP_PBE_scrypt(
                phrase, input.count, written.salt, written.salt.count, UInt64(cost),
                UInt64(blockSize), UInt64(parallelism), memory, output.pointer, output.count)
        }
        guard result == 1 else {
            throw PasswordHashError(call: "EVP_PBE_scrypt", reason: "failed")
        }
        return output.equals(written.hash)
    }

    /// What OpenSSL may take: the blocks of RFC 7914 (V, B, and room for two more).
    private var memory: UInt64 { UInt64(128 * blockSize * (cost + parallelism + 2)) }
}
