import Crypto
import JSON

/// A signed text in three parts of base64url, as it is sent: header, payload, signature (RFC 7515 section
/// 7.1). Reading it proves nothing; `isSigned` does.
package struct CompactJWS {
    /// Longer ones are refused before anybody looks at them. Access tokens have 500 bytes or so, Google's
    /// identity tokens about 1,200.
    package static let maximumLength = 8_192

    /// What the signer says it is signed with. Never followed: it must be what the key at hand is for.
    package let algorithm: String
    /// The name of the key (`kid`).
    package let key: String?
    /// What kind of token it is (`typ`).
    package let type: String?
    package let payload: [UInt8]
    private let signature: [UInt8]
    /// Header and payload as they were sent: that is what is signed, not what they mean.
    private let signed: ArraySlice<UInt8>

    /// Nil for everything that isn't written exactly as the RFC says. Every token has one spelling.
    package init?(_ token: ArraySlice<UInt8>) {
        guard token.count <= Self.maximumLength else { return nil }
        let parts = token.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        guard parts.count == 3, let bytes = Base64URL.decode(parts[0]),
            let payload = Base64URL.decode(parts[1]),
            let signature = Base64URL.decode(parts[2]),
            // Reads objects only where no name stands twice: section 4.
            let header = try? JSON.parse(bytes), case .object = header,
            // Section 4.1.11: what is critical must be understood, and nothing is here.
            header["crit"] == nil,
            case .string(let algorithm)? = header["alg"],
            let key = header.optionalText("kid"), let type = header.optionalText("typ")
        else { return nil }
        self.algorithm = algorithm
        self.key = key
        self.type = type
        self.payload = payload
        self.signature = signature
        self.signed = token[..<parts[1].endIndex]
    }

    /// Whether it is HS256 and somebody who has this key signed it.
    package func isSigned(with key: HMACSHA256) -> Bool {
        algorithm == "HS256" && key.verify(signature, of: signed)
    }

    /// Whether it is RS256 and the owner of this key signed it.
    package func isSigned(with key: RSAPublicKey) -> Bool {
        algorithm == "RS256" && key.verify(signature, of: signed)
    }
}

extension JSON {
    /// The text of a member that may be missing: nil when it is something else.
    fileprivate func optionalText(_ name: String) -> String?? {
        switch self[name] {
        case nil: .some(nil)
        case .string(let text)?: .some(text)
        default: nil
        }
    }
}
