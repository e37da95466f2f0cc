import Chance
import JSON
import Testing
import Time

@testable import Booking

@Suite("The payload of an access token")
struct AccessPayloadTests {
    @Test(
        "Texts of all kinds are read as they were written",
        arguments: [
            "", "a", "\"", "\\", "\\\"", "a\"b\\c", "\u{0}", "\u{1F}\n\t", "é", "e\u{301}", "😀",
            "]", ",\"typ\":", "}", "\u{7F}", "\u{FFFF}", String(repeating: "\\", count: 300),
        ])
    func texts(text: String) throws {
        let claims = AccessClaims(
            subject: text, signIn: text, roles: [text, text], role: text,
            issuedAt: Instant(seconds: 0), expires: Instant(seconds: 999_999_999_999), id: text)
        let payload = AccessPayload(issuer: text, audience: text, claims: claims)
        let read = try #require(AccessPayload(payload.bytes))
        #expect(read.claims == claims)
        #expect(Array(read.claims.subject.utf8) == Array(text.utf8))
        #expect(read.issuer == text)
        #expect(read.audience == text)
    }

    @Test(
        "An account without roles has an empty list of them", arguments: [[], ["a"], ["a", "b"]])
    func roles(roles: [String]) throws {
        let payload = AccessPayloadTests.payload(roles: roles)
        #expect(AccessPayload(payload.bytes)?.claims.roles == roles)
    }

    @Test(
        "The same in another spelling is not what we write",
        arguments: [
            (#"{"iss""#, #"{ "iss""#), (#""typ":"access"}"#, #""typ":"access"} "#),
            (#""iat":5"#, #""iat":05"#), (#""iat":5"#, #""iat":5.0"#), (#""iat":5"#, #""iat":+5"#),
            (#""iat":5"#, #""iat":"#), (#""iat":5"#, #""iat":5000000000000"#),
            (#"["a"]"#, #"["a",]"#), (#"["a"]"#, #"[,"a"]"#), (#"["a"]"#, #"["a""#),
            (#"["a"]"#, #"["a" ]"#), (#"["a"]"#, #"["a"}"#), (#"["a"]"#, #"[a]"#),
            (#"["a"]"#, "[\"\n\"]"), (#"["a"]"#, #"["\x"]"#), (#"["a"]"#, #"["\ud800"]"#),
            (#""sub":"s""#, #""sub":s"#), (#""sub":"s""#, #""SUB":"s""#),
            (#""typ":"access"}"#, #""typ":"access""#), (#""typ":"access"}"#, #""typ":"access\"#),
            (#""typ":"access"}"#, #""typ":"access"}}"#),
        ])
    func spellings(part: String, other: String) {
        let text = String(
            decoding: AccessPayloadTests.payload(roles: ["a"]).bytes, as: UTF8.self)
        #expect(text.contains(part))
        #expect(AccessPayload(Array(text.replacing(part, with: other).utf8)) == nil)
    }

    @Test("Text that is no UTF-8 is refused")
    func encoding() throws {
        var bytes = AccessPayloadTests.payload(roles: ["a"]).bytes
        let place = try #require(bytes.lastIndex(of: UInt8(ascii: "a")))
        bytes[place] = 0xFF
        #expect(AccessPayload(bytes) == nil)
    }

    @Test("What is read of changed bytes is what any reader of JSON reads", arguments: 0..<8)
    func fuzz(round: Int) throws {
        var chance = SeededGenerator(seed: 16, number: UInt64(round))
        let bytes = AccessPayloadTests.payload(roles: ["a", "b\"c", "é"]).bytes
        for _ in 0..<1_000 {
            var changed = bytes
            for _ in 0...chance.below(2) {
                changed[chance.below(changed.count)] = chance.pick(
                    Array("\"\\,:[]{}0a \u{1}é".utf8))
            }
            guard let read = AccessPayload(changed) else { continue }
            let json = try JSON.parse(changed)
            #expect(json["sub"] == .string(read.claims.subject))
            #expect(json["iat"] == .integer(read.claims.issuedAt.seconds))
            #expect(json["exp"] == .integer(read.claims.expires.seconds))
            #expect(json["roles"] == .array(read.claims.roles.map { .string($0) }))
            #expect(json["typ"] == .string(read.type))
        }
    }

    private static func payload(roles: [String]) -> AccessPayload {
        let claims = AccessClaims(
            subject: "s", signIn: "i", roles: roles, role: "r", issuedAt: Instant(seconds: 5),
            expires: Instant(seconds: 60), id: "t")
        return AccessPayload(issuer: "https://roost.test", audience: "roost", claims: claims)
    }
}
