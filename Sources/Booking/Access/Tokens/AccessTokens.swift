import Crypto
import JSON
import Time

/// Issues access tokens, and reads them without asking anybody: a signature says that they are ours.
///
/// A token is a JSON Web Token (RFC 7519) as RFC 9068 profiles it for access, signed with HS256. There is
/// one key that signs and at most one before it that is still believed, so a key is changed without
/// signing anybody out.
package struct AccessTokens: Sendable {
    /// Whom the tokens are for: this API, and nothing else that may share the key by mistake.
    static let audience = "roost"
    /// How far the clocks of two machines with one key may be apart.
    static let clockSkew: Int64 = 60

    private let current: AccessTokenKey
    private let previous: AccessTokenKey?
    private let issuer: String
    /// How long a token is good for, in seconds: `expires_in`.
    package let lifetime: Int
    private let verified = VerifiedTokens()

    /// Keys are of 32 random bytes at least (RFC 7518 section 3.2); the settings see to that.
    package init(
        key: [UInt8], previousKey: [UInt8]? = nil, issuer: String, lifetime: Int
    ) throws(OpenSSLError) {
        current = try AccessTokenKey(key)
        previous = if let previousKey { try AccessTokenKey(previousKey) } else { nil }
        self.issuer = issuer
        self.lifetime = lifetime
    }

    /// A token for an account that has just proved who it is.
    ///
    /// - Parameter id: A name of its own for the token, which nobody had before.
    package func issue(
        subject: String, signIn: String, roles: [String], role: String, id: String, now: Instant
    ) throws(OpenSSLError) -> String {
        let claims = AccessClaims(
            subject: subject, signIn: signIn, roles: roles, role: role,
            issuedAt: Instant(seconds: now.seconds),
            expires: Instant(seconds: now.seconds + Int64(lifetime)), id: id)
        let payload = AccessPayload(issuer: issuer, audience: Self.audience, claims: claims)
        return try current.sign(payload.bytes)
    }

    /// What a token says, when it is ours and its time is now.
    package func verify(
        _ token: ArraySlice<UInt8>, now: Instant
    ) throws(TokenRefusal) -> AccessClaims {
        let claims = try claims(of: token)
        guard claims.expires > now else { throw .expired }
        guard claims.issuedAt.seconds <= now.seconds + Self.clockSkew else { throw .premature }
        return claims
    }

    /// What a token of ours says, whatever the time is.
    private func claims(of token: ArraySlice<UInt8>) throws(TokenRefusal) -> AccessClaims {
        guard token.count <= CompactJWS.maximumLength else { throw .tooLong }
        let bytes = Array(token)
        if let known = verified.claims(of: bytes) { return known }
        guard let payload = AccessPayload(try signedPayload(of: token)) else {
            throw .malformedClaims
        }
        guard payload.type == AccessPayload.accessType else { throw .foreignType }
        guard payload.issuer == issuer else { throw .foreignIssuer }
        guard payload.audience == Self.audience else { throw .foreignAudience }
        verified.add(bytes, payload.claims)
        return payload.claims
    }

    /// Nothing of a token is read before its signature is found right. Its header isn't read at all: it is
    /// one of two texts, byte for byte.
    private func signedPayload(of token: ArraySlice<UInt8>) throws(TokenRefusal) -> [UInt8] {
        if current.hasMade(token) { return try current.payload(of: token) }
        if let previous, previous.hasMade(token) { return try previous.payload(of: token) }
        throw .foreignHeader
    }
}
