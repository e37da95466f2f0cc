import Crypto
import JSON
import Testing
import Time
import Web

@testable import Booking

@Suite("Access tokens")
struct AccessTokensTests {
    private let desk = TokenDesk()

    @Test("What was issued is what is read")
    func good() throws {
        let token = try desk.issue()
        let claims = try desk.tokens.verify(token, now: TokenDesk.now)
        #expect(
            claims
                == AccessClaims(
                    subject: "user-1", signIn: "sign-in-1", roles: ["client", "yoga \"guru\" é"],
                    role: "client", issuedAt: TokenDesk.now,
                    expires: Instant(seconds: TokenDesk.now.seconds + 1_800), id: "token-1"))
    }

    @Test("Header and claims on the wire are those that the contract names")
    func wire() throws {
        let parts = try desk.issue().split(separator: UInt8(ascii: "."))
        let header = try JSON.parse(#require(Base64URL.decode(parts[0])))
        #expect(header["alg"] == "HS256")
        #expect(header["typ"] == "at+jwt")
        #expect(header["kid"] != nil)
        let claims = try JSON.parse(#require(Base64URL.decode(parts[1])))
        #expect(
            claims
                == [
                    "iss": "https://roost.test", "aud": "roost", "sub": "user-1",
                    "iat": 1_800_000_000, "exp": 1_800_001_800, "jti": "token-1",
                    "sid": "sign-in-1", "role": "client",
                    "roles": ["client", "yoga \"guru\" é"], "typ": "access",
                ])
    }

    @Test("Any reader of JSON Web Signatures can read it")
    func compact() throws {
        let token = try #require(CompactJWS(desk.issue()))
        #expect(token.isSigned(with: try HMACSHA256(key: TokenDesk.key)))
        #expect(token.type == "at+jwt")
    }

    @Test("It is good up to its last millisecond, and not in the next")
    func expiry() throws {
        let token = try desk.issue()
        let end = Instant(seconds: TokenDesk.now.seconds + 1_800)
        let last = Instant(milliseconds: end.milliseconds - 1)
        #expect(throws: Never.self) { try desk.tokens.verify(token, now: last) }
        #expect(throws: TokenRefusal.expired) { try desk.tokens.verify(token, now: end) }
    }

    @Test("It may come from a machine whose clock is a minute ahead, and no more")
    func skew() throws {
        let token = try desk.issue()
        let before = Instant(seconds: TokenDesk.now.seconds - 60)
        #expect(throws: Never.self) { try desk.tokens.verify(token, now: before) }
        let earlier = Instant(seconds: before.seconds - 1)
        #expect(throws: TokenRefusal.premature) { try desk.tokens.verify(token, now: earlier) }
    }

    @Test(
        "After a change of keys, tokens of the key before are good, and new ones have the new key")
    func rotation() throws {
        let old = try desk.issue()
        let rotated = try TokenDesk.tokens(key: TokenDesk.otherKey, previous: TokenDesk.key)
        #expect(throws: Never.self) { try rotated.verify(old, now: TokenDesk.now) }
        let new = try TokenDesk.issue(rotated)
        #expect(throws: Never.self) { try rotated.verify(new, now: TokenDesk.now) }
        #expect(throws: TokenRefusal.foreignHeader) {
            try desk.tokens.verify(new, now: TokenDesk.now)
        }
    }

    @Test("After a second change, tokens of the first key are good no more")
    func rotationTwice() throws {
        let old = try desk.issue()
        let rotated = try TokenDesk.tokens(
            key: [UInt8](repeating: 9, count: 32), previous: TokenDesk.otherKey)
        #expect(throws: TokenRefusal.foreignHeader) {
            try rotated.verify(old, now: TokenDesk.now)
        }
    }

    @Test("The key's name is the same each time, another for another key, and not a part of it")
    func keyNames() throws {
        let name = try #require(CompactJWS(desk.issue())?.key)
        let again = try #require(CompactJWS(TokenDesk().issue())?.key)
        let other = try #require(
            CompactJWS(TokenDesk.issue(TokenDesk.tokens(key: TokenDesk.otherKey)))?.key)
        #expect(name == again)
        #expect(name != other)
        #expect(name != Base64URL.text(of: Array(TokenDesk.key.prefix(12))))
        #expect(name != Base64URL.text(of: Array(try SHA256.hash(of: TokenDesk.key).prefix(12))))
    }

    @Test("A token in the place of a longer text is read where it stands")
    func slice() throws {
        let field = try Array("Bearer ".utf8) + desk.issue()
        #expect(throws: Never.self) { try desk.tokens.verify(field[7...], now: TokenDesk.now) }
        #expect(throws: TokenRefusal.foreignHeader) {
            try desk.tokens.verify(field[...], now: TokenDesk.now)
        }
    }

    @Test("The refusal is a 401 that says what RFC 6750 wants said")
    func problem() {
        let problem = Problem.invalidToken
        #expect(problem.status.code == 401)
        #expect(problem.code == "invalid_token")
        #expect(problem.title == "The token is not valid.")
        #expect(problem.fields["WWW-Authenticate"] == #"Bearer error="invalid_token""#)
    }
}
