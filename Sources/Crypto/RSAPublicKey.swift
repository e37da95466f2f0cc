import COpenSSL

/// The public half of somebody's RSA key. It tells whether the owner of the other half signed a message:
/// RSASSA-PKCS1-v1_5 with SHA-256, which JSON Web Signatures call RS256 (RFC 7518 section 3.3).
package final class RSAPublicKey: @unchecked Sendable {
    /// RFC 7518 section 3.3 wants 2,048 bits at least. The time of a check grows with the square of the
    /// length, so there is an end.
    private static let modulusBits = 2_048...8_192
    /// All keys in use have 3 or 65,537. A longer exponent would only make each check slower.
    private static let exponentBits = 2...32

    private let key: OpaquePointer

    /// Takes the two numbers as bytes, the most significant first. Nil when they are no key that a check
    /// should rest on: too short, too long, or with an exponent or modulus that RSA can't have.
    package init?(modulus: [UInt8], exponent: [UInt8]) {
        guard modulus.hasOddNumber(ofBits: Self.modulusBits),
            exponent.hasOddNumber(ofBits: Self.exponentBits),
            let key = Self.key(modulus, exponent)
        else { return nil }
        self.key = key
    }

    deinit {
        EVP_PKEY_free(key)
    }

    /// Whether the key's owner signed the message.
    package func verify(_ signature: [UInt8], of message: ArraySlice<UInt8>) -> Bool {
        guard let context = EVP_MD_CTX_new() else { return false }
        defer { EVP_MD_CTX_free(context) }
        // PKCS #1 v1.5 is the padding that OpenSSL takes unless told otherwise.
        guard EVP_DigestVerifyInit(context, nil, EVP_sha256(), nil, key) == 1 else { return false }
        return message.withUnsafeBytes { message in
            let bytes = message.bindMemory(to: UInt8.self)
            return EVP_DigestVerify(
                context, signature, signature.count, bytes.baseAddress, bytes.count) == 1
        }
    }

    private static func key(_ modulus: [UInt8], _ exponent: [UInt8]) -> OpaquePointer? {
        let numbers = [modulus, exponent].map { (bytes: [UInt8]) in
            BN_bin2bn(bytes, Int32(bytes.count), nil)
        }
        let builder = OSSL_PARAM_BLD_new()
        let context = EVP_PKEY_CTX_new_from_name(nil, "RSA", nil)
        defer {
            for number in numbers { BN_free(number) }
            OSSL_PARAM_BLD_free(builder)
            EVP_PKEY_CTX_free(context)
        }
        // The builder keeps the names' addresses: they must not be those of passing Swift strings.
        guard OSSL_PARAM_BLD_push_BN(builder, copenssl_rsa_modulus(), numbers[0]) == 1,
            OSSL_PARAM_BLD_push_BN(builder, copenssl_rsa_exponent(), numbers[1]) == 1,
            let parameters = OSSL_PARAM_BLD_to_param(builder)
        else { return nil }
        defer { OSSL_PARAM_free(parameters) }
        var key: OpaquePointer?
        guard EVP_PKEY_fromdata_init(context) == 1,
            EVP_PKEY_fromdata(context, &key, copenssl_public_key, parameters) == 1
        else { return nil }
        return key
    }
}

extension [UInt8] {
    /// Whether the number that the bytes are is odd and has so many bits, zeros in front not counted.
    fileprivate func hasOddNumber(ofBits range: ClosedRange<Int>) -> Bool {
        let digits = drop { $0 == 0 }
        guard let first = digits.first, let last = digits.last, last & 1 == 1 else { return false }
        return range.contains(digits.count * 8 - first.leadingZeroBitCount)
    }
}
