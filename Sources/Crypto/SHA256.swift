import COpenSSL

/// The SHA-256 hash of bytes that come piece by piece (FIPS 180-4).
package struct SHA256: ~Copyable {
    private let context = EVP_MD_CTX_new()
    /// The first call that failed. It is told at the end, where a hash would be.
    private var failure: OpenSSLError?

    package init() {
        if context == nil {
            failure = OpenSSLError(call: "EVP_MD_CTX_new")
        } else if EVP_DigestInit_ex(context, EVP_sha256(), nil) != 1 {
            failure = OpenSSLError(call: "EVP_DigestInit_ex")
        }
    }

    deinit {
        EVP_MD_CTX_free(context)
    }

    package mutating func add(_ bytes: [UInt8]) {
        guard failure == nil, !bytes.isEmpty else { return }
        let result = bytes.withUnsafeBytes { EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
        if result != 1 { failure = OpenSSLError(call: "EVP_DigestUpdate") }
    }

    /// The 32 bytes of the hash; nothing can be added behind.
    package consuming func digest() throws(OpenSSLError) -> [UInt8] {
        if let failure { throw failure }
        var digest = [UInt8](repeating: 0, count: 32)
        guard EVP_DigestFinal_ex(context, &digest, nil) == 1 else {
            throw OpenSSLError(call: "EVP_DigestFinal_ex")
        }
        return digest
    }
}

extension SHA256 {
    package static func hash(of bytes: [UInt8]) throws(OpenSSLError) -> [UInt8] {
        var hash = SHA256()
        hash.add(bytes)
        return try hash.digest()
    }

    /// The hash of what is too long to be held at once. `next` gives one piece after the other, and an
    /// empty one at the end.
    package static func hash(ofPieces next: () throws -> [UInt8]) throws -> [UInt8] {
        var hash = SHA256()
        while case let piece = try next(), !piece.isEmpty { hash.add(piece) }
        return try hash.digest()
    }
}
