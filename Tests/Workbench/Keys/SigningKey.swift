import COpenSSL
import Foundation

/// An RSA key whose both halves are known: what Roost only checks, this one signs.
package final class SigningKey: @unchecked Sendable {
    package enum Padding {
        case pkcs1
        case pss
    }

    package enum Hash {
        case sha256
        case sha512
    }

    package struct Failure: Error {
        let call: String
    }

    private let key: OpaquePointer

    package init(bits: Int32 = 2_048) throws(Failure) {
        let context = EVP_PKEY_CTX_new_from_name(nil, "RSA", nil)
        defer { EVP_PKEY_CTX_free(context) }
        var key: OpaquePointer?
        guard EVP_PKEY_keygen_init(context) == 1,
            EVP_PKEY_CTX_set_rsa_keygen_bits(context, bits) == 1,
            EVP_PKEY_generate(context, &key) == 1, let key
        else { throw Failure(call: "EVP_PKEY_generate") }
        self.key = key
    }

    deinit {
        EVP_PKEY_free(key)
    }

    package var modulus: [UInt8] { number(OSSL_PKEY_PARAM_RSA_N) }
    package var exponent: [UInt8] { number(OSSL_PKEY_PARAM_RSA_E) }

    /// The public half in DER, as a SubjectPublicKeyInfo: what stands between the lines of a PEM file.
    package var publicHalf: [UInt8] {
        var bytes: UnsafeMutablePointer<UInt8>?
        let count = i2d_PUBKEY(key, &bytes)
        defer { copenssl_free(bytes) }
        return Array(UnsafeBufferPointer(start: bytes, count: max(0, Int(count))))
    }

    /// The same as text, in a PEM file.
    package var pem: [UInt8] {
        let text = Data(publicHalf).base64EncodedString(options: [
            .lineLength64Characters, .endLineWithLineFeed,
        ])
        return Array("-----BEGIN PUBLIC KEY-----\n\(text)\n-----END PUBLIC KEY-----\n".utf8)
    }

    package func sign(
        _ message: [UInt8], _ hash: Hash = .sha256, padding: Padding = .pkcs1
    ) throws(Failure) -> [UInt8] {
        let context = EVP_MD_CTX_new()
        defer { EVP_MD_CTX_free(context) }
        var options: OpaquePointer?
        let algorithm = hash == .sha256 ? EVP_sha256() : EVP_sha512()
        guard EVP_DigestSignInit(context, &options, algorithm, nil, key) == 1,
            EVP_PKEY_CTX_set_rsa_padding(options, padding == .pss ? 6 : 1) == 1
        else { throw Failure(call: "EVP_DigestSignInit") }
        var count = Int(EVP_PKEY_get_size(key))
        var signature = [UInt8](repeating: 0, count: count)
        guard EVP_DigestSign(context, &signature, &count, message, message.count) == 1 else {
            throw Failure(call: "EVP_DigestSign")
        }
        return Array(signature.prefix(count))
    }

    private func number(_ name: String) -> [UInt8] {
        var number: OpaquePointer?
        guard EVP_PKEY_get_bn_param(key, name, &number) == 1 else { return [] }
        defer { BN_free(number) }
        var bytes = [UInt8](repeating: 0, count: (Int(BN_num_bits(number)) + 7) / 8)
        BN_bn2bin(number, &bytes)
        return bytes
    }
}
