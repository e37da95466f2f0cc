import Crypto
import JSON

/// A key that signs access tokens, with the one header that all of its tokens have.
struct AccessTokenKey: Sendable {
    /// What a signature and the dot before it take.
    private static let endLength = 1 + (HMACSHA256.size * 4 + 2) / 3
    private static let dot = UInt8(ascii: ".")

    private let hmac: HMACSHA256
    /// The header as it is sent, and the dot behind it.
    private let start: [UInt8]

    init(_ key: [UInt8]) throws(OpenSSLError) {
        hmac = try HMACSHA256(key: key)
        var header = JSONWriter()
        let name = try Self.name(of: key)
        header.object { header in
            header.key("alg")
            header.string("HS256")
            header.key("typ")
            header.string("at+jwt")
            header.key("kid")
            header.string(name)
        }
        start = Base64URL.encode(header.bytes) + [Self.dot]
    }

    /// A name that the key always has, and that tells nothing of it. The words in front make it another hash
    /// than any that is taken of the key elsewhere.
    private static func name(of key: [UInt8]) throws(OpenSSLError) -> String {
        let hash = try SHA256.hash(of: Array("roost: name of an access token key\0".utf8) + key)
        return Base64URL.text(of: Array(hash.prefix(12)))
    }

    func sign(_ payload: [UInt8]) throws(OpenSSLError) -> String {
        var token = start
        token += Base64URL.encode(payload)
        let code = try hmac.code(of: token[...])
        token.append(Self.dot)
        token += Base64URL.encode(code)
        return String(decoding: token, as: UTF8.self)
    }

    /// Whether a token's header says that it is of this key; that proves nothing yet.
    func hasMade(_ token: ArraySlice<UInt8>) -> Bool {
        token.starts(with: start)
    }

    /// The payload of a token that `hasMade` is true of.
    func payload(of token: ArraySlice<UInt8>) throws(TokenRefusal) -> [UInt8] {
        let first = token.startIndex + start.count
        let end = token.endIndex - Self.endLength
        guard first <= end, token[end] == Self.dot,
            let code = Base64URL.decode(token[(end + 1)...]),
            hmac.verify(code, of: token[..<end])
        else { throw .wrongSignature }
        guard let payload = Base64URL.decode(token[first..<end]) else {
            throw .malformedClaims
        }
        return payload
    }
}
