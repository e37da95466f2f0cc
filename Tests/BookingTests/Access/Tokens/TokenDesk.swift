import Crypto
import JSON
import Time

@testable import Booking

/// Where tokens are issued, and forged by somebody who has the key.
struct TokenDesk {
    static let key = [UInt8](0..<32)
    static let otherKey = [UInt8](32..<64)
    static let now = Instant(seconds: 1_800_000_000)

    let tokens: AccessTokens

    init() {
        do {
            tokens = try TokenDesk.tokens(key: TokenDesk.key)
        } catch {
            preconditionFailure("\(error)")
        }
    }

    static func tokens(
        key: [UInt8], previous: [UInt8]? = nil, issuer: String = "https://roost.test"
    ) throws -> AccessTokens {
        try AccessTokens(key: key, previousKey: previous, issuer: issuer, lifetime: 1_800)
    }

    func issue() throws -> ArraySlice<UInt8> {
        try TokenDesk.issue(tokens)
    }

    static func issue(_ tokens: AccessTokens) throws -> ArraySlice<UInt8> {
        let text = try tokens.issue(
            subject: "user-1", signIn: "sign-in-1", roles: ["client", "yoga \"guru\" é"],
            role: "client", id: "token-1", now: now)
        return Array(text.utf8)[...]
    }

    /// A token with the right header and a right signature over any payload.
    func forged(_ payload: String) throws -> ArraySlice<UInt8> {
        let header = try issue().prefix { $0 != UInt8(ascii: ".") }
        return try TokenDesk.signed(
            String(decoding: header, as: UTF8.self) + "." + Base64URL.text(of: Array(payload.utf8)))
    }

    /// A token with a right signature over any header.
    func forged(header: String) throws -> ArraySlice<UInt8> {
        let payload = try issue().split(separator: UInt8(ascii: "."))[1]
        return try TokenDesk.signed(
            Base64URL.text(of: Array(header.utf8)) + "." + String(decoding: payload, as: UTF8.self))
    }

    static func signed(_ text: String) throws -> ArraySlice<UInt8> {
        let code = try HMACSHA256(key: key).code(of: Array(text.utf8)[...])
        return Array("\(text).\(Base64URL.text(of: code))".utf8)[...]
    }
}
