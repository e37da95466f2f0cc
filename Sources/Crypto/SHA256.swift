import COpenSSL

/// The SHA-256 hash of bytes that come piece by piece.
package struct SHA256: ~Copyable {
    private let context = EVP_MD_CTX_new()

    package init() {
        EVP_DigestInit_ex(context, EVP_sha256(), nil)
    }

    deinit {
        EVP_MD_CTX_free(context)
    }

    package mutating func add(_ bytes: [UInt8]) {
        bytes.withUnsafeBytes { _ = EVP_DigestUpdate(context, $0.baseAddress, $0.count) }
    }

    /// The 32 bytes; nothing can be added behind.
    package consuming func digest() -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 32) { space, count in
            EVP_DigestFinal_ex(context, space.baseAddress, nil)
            count = 32
        }
    }
}
