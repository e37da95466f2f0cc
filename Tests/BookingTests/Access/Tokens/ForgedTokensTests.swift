import Chance
import Crypto
import JSON
import Testing
import Time
import Web

@testable import Booking

@Suite("Forged access tokens")
struct ForgedTokensTests {
    private static let claims: [(name: String, value: String)] = [
        ("iss", #""https://roost.test""#), ("aud", #""roost""#), ("sub", #""user-1""#),
        ("iat", "1800000000"), ("exp", "1800001800"), ("jti", #""token-1""#),
        ("sid", #""sign-in-1""#), ("role", #""client""#), ("roles", #"["client"]"#),
        ("typ", #""access""#),
    ]

    private let desk = TokenDesk()

    @Test("The forger's own tokens are right, or the others would be refused for nothing")
    func control() throws {
        #expect(refusal(of: try desk.forged(Self.payload())) == nil)
    }

    @Test("A payload that lacks a claim is refused", arguments: claims.map(\.name))
    func missing(name: String) throws {
        let payload = Self.payload(Self.claims.filter { $0.name != name })
        #expect(refusal(of: try desk.forged(payload)) == .malformedClaims)
    }

    @Test("A claim of another type is refused", arguments: claims.map(\.name))
    func types(name: String) throws {
        for value in ["null", "true", "{}", "[1]", "1.5", "-1", "1e3", "99999999999999999999"] {
            let payload = Self.payload(with: name, value)
            #expect(refusal(of: try desk.forged(payload)) == .malformedClaims, "\(name) \(value)")
        }
    }

    @Test("Text where a time should be, and a number where text should be, is refused")
    func crossed() throws {
        for name in ["iat", "exp"] {
            let payload = Self.payload(with: name, #""1800000000""#)
            #expect(refusal(of: try desk.forged(payload)) == .malformedClaims)
        }
        for name in ["iss", "aud", "sub", "jti", "sid", "role", "roles", "typ"] {
            let payload = Self.payload(with: name, "1800000000")
            #expect(refusal(of: try desk.forged(payload)) == .malformedClaims)
        }
    }

    @Test("Another issuer, audience or type is refused, and told apart")
    func foreign() throws {
        let token = { try desk.forged(Self.payload(with: $0, $1)) }
        #expect(refusal(of: try token("iss", #""https://roost.test/""#)) == .foreignIssuer)
        #expect(refusal(of: try token("aud", #""other""#)) == .foreignAudience)
        #expect(refusal(of: try token("aud", #"["roost"]"#)) == .malformedClaims)
        #expect(refusal(of: try token("typ", #""refresh""#)) == .foreignType)
        #expect(refusal(of: try token("typ", #""Access""#)) == .foreignType)
    }

    @Test("Claims in another order than ours are refused")
    func order() throws {
        let payload = Self.payload(Self.claims.reversed())
        #expect(refusal(of: try desk.forged(payload)) == .malformedClaims)
    }

    @Test("One claim more, or one twice, is refused")
    func more() throws {
        let more = Self.payload(Self.claims + [("nbf", "1800000000")])
        #expect(refusal(of: try desk.forged(more)) == .malformedClaims)
        let twice = Self.payload(Self.claims + [("sub", #""user-2""#)])
        #expect(refusal(of: try desk.forged(twice)) == .malformedClaims)
        let instead = Self.payload(Self.claims.dropLast() + [("sub", #""user-2""#)])
        #expect(refusal(of: try desk.forged(instead)) == .malformedClaims)
    }

    @Test(
        "A payload that is no object of JSON is refused",
        arguments: ["", "{}", "[]", "null", "{", "{\"iss\":", "\u{0}", "{}{}"])
    func payloads(payload: String) throws {
        #expect(refusal(of: try desk.forged(payload)) == .malformedClaims)
    }

    @Test(
        "Another header is refused, even one that means the same and is rightly signed",
        arguments: [
            #"{"typ":"at+jwt","alg":"HS256","kid":"KID"}"#,
            #"{"alg":"HS256","typ":"at+jwt","kid":"KID","x":1}"#,
            #"{"alg":"HS256","typ":"JWT","kid":"KID"}"#, #"{"alg":"HS256","kid":"KID"}"#,
            #"{"alg":"HS256","typ":"at+jwt"}"#, #"{"alg":"none","typ":"at+jwt","kid":"KID"}"#,
            #"{"alg":"HS512","typ":"at+jwt","kid":"KID"}"#, "{}", "",
        ])
    func headers(header: String) throws {
        let name = try #require(CompactJWS(desk.issue())?.key)
        let token = try desk.forged(header: header.replacing("KID", with: name))
        #expect(refusal(of: token) == .foreignHeader)
    }

    @Test("The forger's own header is taken, or the others would be refused for nothing")
    func headerControl() throws {
        let name = try #require(CompactJWS(desk.issue())?.key)
        let token = try desk.forged(header: #"{"alg":"HS256","typ":"at+jwt","kid":"\#(name)"}"#)
        #expect(refusal(of: token) == nil)
    }

    @Test("Another key under the name of ours is refused")
    func otherKey() throws {
        let other = try TokenDesk.tokens(key: TokenDesk.otherKey)
        let dot = UInt8(ascii: ".")
        let header = try desk.issue().split(separator: dot)[0]
        let rest = try TokenDesk.issue(other).drop { $0 != dot }
        #expect(refusal(of: (Array(header) + rest)[...]) == .wrongSignature)
    }

    @Test("A cut, emptied or lengthened token is refused")
    func cut() throws {
        let token = try desk.issue()
        for count in 0..<token.count { #expect(refusal(of: token.prefix(count)) != nil) }
        #expect(refusal(of: token + [UInt8(ascii: "A")]) == .wrongSignature)
        #expect(refusal(of: token + [UInt8(ascii: "=")]) == .wrongSignature)
        #expect(refusal(of: []) == .foreignHeader)
    }

    @Test("More than 8 KiB is refused without another look")
    func length() throws {
        let long = try desk.issue() + [UInt8](repeating: UInt8(ascii: "A"), count: 8_192)
        #expect(refusal(of: long) == .tooLong)
    }

    @Test("A changed token is never good, and never does harm", arguments: 0..<8)
    func fuzz(round: Int) throws {
        var chance = SeededGenerator(seed: 14, number: UInt64(round))
        let token = try Array(desk.issue())
        for _ in 0..<1_000 {
            let changed = mutated(token, &chance)
            if changed != token { #expect(refusal(of: changed[...]) != nil) }
        }
    }

    @Test(
        "A signed payload that was changed is read or refused, and never does harm",
        arguments: 0..<8)
    func fuzzPayload(round: Int) throws {
        var chance = SeededGenerator(seed: 15, number: UInt64(round))
        let payload = Array(Self.payload().utf8)
        for _ in 0..<500 {
            let changed = mutated(payload, &chance)
            let header = try desk.issue().prefix { $0 != UInt8(ascii: ".") }
            let token = try TokenDesk.signed(
                String(decoding: header, as: UTF8.self) + "." + Base64URL.text(of: changed))
            // Whatever is taken has the issuer, the audience and the type of ours.
            if refusal(of: token) == nil {
                let read = try #require(AccessPayload(changed))
                #expect(read.issuer == "https://roost.test")
                #expect(read.audience == "roost")
            }
        }
    }

    private func refusal(of token: ArraySlice<UInt8>) -> TokenRefusal? {
        do throws(TokenRefusal) {
            _ = try desk.tokens.verify(token, now: TokenDesk.now)
            return nil
        } catch {
            return error
        }
    }

    /// A few bytes turned, taken out, put in, or moved.
    private func mutated(_ bytes: [UInt8], _ chance: inout SeededGenerator) -> [UInt8] {
        var bytes = bytes
        for _ in 0...chance.below(3) where !bytes.isEmpty {
            let place = chance.below(bytes.count)
            switch chance.below(5) {
            case 0: bytes[place] ^= 1 << UInt8(chance.below(8))
            case 1: bytes.remove(at: place)
            case 2: bytes.insert(chance.pick(Array("A.-_\"{},:0\u{0}".utf8)), at: place)
            case 3: bytes.swapAt(place, chance.below(bytes.count))
            default: bytes.removeSubrange(place..<min(bytes.count, place + chance.below(40)))
            }
        }
        return bytes
    }

    private static func payload(_ claims: [(name: String, value: String)] = claims) -> String {
        "{" + claims.map { "\"\($0.name)\":\($0.value)" }.joined(separator: ",") + "}"
    }

    private static func payload(with name: String, _ value: String) -> String {
        payload(claims.map { $0.name == name ? (name, value) : $0 })
    }
}
