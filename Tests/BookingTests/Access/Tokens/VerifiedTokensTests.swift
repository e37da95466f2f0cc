import Testing
import Time

@testable import Booking

@Suite("A token that comes again")
struct VerifiedTokensTests {
    private let desk = TokenDesk()

    @Test("Says the same as the first time")
    func same() throws {
        let token = try desk.issue()
        let first = try desk.tokens.verify(token, now: TokenDesk.now)
        #expect(try desk.tokens.verify(token, now: TokenDesk.now) == first)
    }

    @Test("Is refused from the moment on at which its time is over")
    func expiry() throws {
        let token = try desk.issue()
        let claims = try desk.tokens.verify(token, now: TokenDesk.now)
        #expect(throws: TokenRefusal.expired) {
            try desk.tokens.verify(token, now: claims.expires)
        }
        let before = Instant(seconds: TokenDesk.now.seconds - 61)
        #expect(throws: TokenRefusal.premature) { try desk.tokens.verify(token, now: before) }
    }

    @Test("Is refused with any byte changed")
    func changed() throws {
        let token = try desk.issue()
        _ = try desk.tokens.verify(token, now: TokenDesk.now)
        for place in token.indices {
            var forged = token
            // Another letter of base64url.
            forged[place] =
                token[place] == UInt8(ascii: "A") ? UInt8(ascii: "B") : UInt8(ascii: "A")
            #expect(throws: TokenRefusal.self) {
                try desk.tokens.verify(forged, now: TokenDesk.now)
            }
        }
    }

    @Test("Is good for who has verified it, not for a server with another key")
    func otherKey() throws {
        let token = try desk.issue()
        _ = try desk.tokens.verify(token, now: TokenDesk.now)
        let other = try TokenDesk.tokens(key: TokenDesk.otherKey)
        #expect(throws: TokenRefusal.self) { try other.verify(token, now: TokenDesk.now) }
    }

    @Test("May have had its place taken by another")
    func places() throws {
        let known = VerifiedTokens(count: 1)
        let claims = try desk.tokens.verify(desk.issue(), now: TokenDesk.now)
        let (first, second) = ([UInt8](repeating: 1, count: 40), [UInt8](repeating: 2, count: 40))
        known.add(first, claims)
        #expect(known.claims(of: first) == claims)
        #expect(known.claims(of: second) == nil)
        known.add(second, claims)
        #expect(known.claims(of: first) == nil)
        #expect(known.claims(of: second) == claims)
    }

    @Test(
        "Is computed anew if it is very long",
        arguments: [(15, false), (16, true), (1_024, true), (1_025, false)])
    func long(count: Int, isKept: Bool) throws {
        let known = VerifiedTokens()
        let claims = try desk.tokens.verify(desk.issue(), now: TokenDesk.now)
        let token = [UInt8](repeating: 7, count: count)
        known.add(token, claims)
        #expect((known.claims(of: token) != nil) == isKept)
    }
}
