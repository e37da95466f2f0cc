import Crypto
import Testing

@testable import Booking

@Suite("A signed token in compact form")
struct CompactJWSTests {
    private static let key = [UInt8](0..<32)
    private static let header = #"{"alg":"HS256","kid":"one"}"#

    @Test("It is read and found to be signed by the key's owner")
    func good() throws {
        let token = try #require(CompactJWS(Self.token()))
        #expect(token.algorithm == "HS256")
        #expect(token.key == "one")
        #expect(token.type == nil)
        #expect(token.payload == Array("payload".utf8))
        #expect(token.isSigned(with: try HMACSHA256(key: Self.key)))
    }

    @Test("The example of RFC 7515, appendix A.1, is signed")
    func standard() throws {
        let key = try #require(
            Base64URL.decode(
                "AyM1SysPpbyDfgZld3umj1qzKObwVMkoqQ-EstJQLr_T-1qS0gZH75aKtMN3Yj0iPS4hcgUuTwjAzZr1Z9CAow"
            ))
        let text =
            "eyJ0eXAiOiJKV1QiLA0KICJhbGciOiJIUzI1NiJ9"
            + ".eyJpc3MiOiJqb2UiLA0KICJleHAiOjEzMDA4MTkzODAsDQogImh0dHA6Ly9leGFtcGxlLmNvbS9pc19yb290"
            + "Ijp0cnVlfQ.dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk"
        let token = try #require(CompactJWS(Array(text.utf8)[...]))
        #expect(token.type == "JWT")
        #expect(token.isSigned(with: try HMACSHA256(key: key)))
    }

    @Test("It is read out of a longer text")
    func slice() throws {
        let text = try Array("Bearer ".utf8) + Self.token()
        let token = try #require(CompactJWS(text[7...]))
        #expect(token.isSigned(with: try HMACSHA256(key: Self.key)))
    }

    @Test("Another key's owner has not signed it")
    func otherKey() throws {
        let token = try #require(CompactJWS(Self.token()))
        #expect(!token.isSigned(with: try HMACSHA256(key: Self.key + [1])))
        #expect(!token.isSigned(with: try HMACSHA256(key: [])))
    }

    @Test(
        "A code of HMAC-SHA256 counts only where the header says HS256, in these very letters",
        arguments: ["hs256", "HS384", "RS256", "none", "None", "", "HS256 ", "HS256\\u0000"])
    func algorithms(name: String) throws {
        let token = try #require(CompactJWS(Self.token(header: #"{"alg":"\#(name)"}"#)))
        #expect(!token.isSigned(with: try HMACSHA256(key: Self.key)))
    }

    @Test(
        "A header that isn't an object with an algorithm is refused",
        arguments: [
            "", "{}", #"["HS256"]"#, #""HS256""#, #"{"kid":"one"}"#, #"{"alg":null}"#,
            #"{"alg":256}"#, #"{"alg":["HS256"]}"#, #"{"alg":"HS256""#, #"{"alg":"HS256"} x"#,
            #"{"alg":"HS256","kid":1}"#, #"{"alg":"HS256","kid":null}"#,
            #"{"alg":"HS256","typ":{}}"#, #"{"alg":"HS256","alg":"HS256"}"#,
            #"{"alg":"HS256","kid":"a","kid":"b"}"#, #"{"alg":"HS256","\u0061lg":"none"}"#,
        ])
    func headers(header: String) throws {
        #expect(try CompactJWS(Self.token(header: header)) == nil)
    }

    @Test(
        "What the header calls critical isn't understood, and so refused",
        arguments: [#"["b64"]"#, "[]", "null", #""b64""#])
    func critical(value: String) throws {
        let header = #"{"alg":"HS256","kid":"one","crit":\#(value),"b64":false}"#
        #expect(try CompactJWS(Self.token(header: header)) == nil)
    }

    @Test("A header that is no UTF-8 is refused")
    func encoding() {
        let header = Array(#"{"alg":"HS256","kid":""#.utf8) + [0xFF] + Array(#""}"#.utf8)
        let text = Base64URL.text(of: header) + ".cGF5bG9hZA.AAAA"
        #expect(CompactJWS(Array(text.utf8)[...]) == nil)
    }

    @Test("There are three parts, no more and no less")
    func parts() throws {
        let token = try Self.token()
        let dot = UInt8(ascii: ".")
        #expect(CompactJWS(token + [dot]) == nil)
        #expect(CompactJWS(token + [dot, UInt8(ascii: "A"), UInt8(ascii: "A")]) == nil)
        #expect(CompactJWS([dot] + token) == nil)
        #expect(CompactJWS(Array(token.split(separator: dot)[0])[...]) == nil)
        #expect(CompactJWS(Array(token.split(separator: dot).prefix(2).joined())[...]) == nil)
        #expect(CompactJWS([]) == nil)
        #expect(CompactJWS([dot, dot]) == nil)
    }

    @Test("It has one spelling: any other letter anywhere is refused or breaks the signature")
    func letters() throws {
        let hmac = try HMACSHA256(key: Self.key)
        let token = try Array(Self.token())
        for place in token.indices {
            for byte in Array("ABab09-_.=+/ \n\0".utf8) + [0x80] where byte != token[place] {
                var other = token
                other[place] = byte
                #expect(CompactJWS(other[...])?.isSigned(with: hmac) != true)
            }
        }
    }

    @Test("One of 8 KiB is read, a longer one is not")
    func length() throws {
        let rest = try Self.token(payload: "").count
        let size = (CompactJWS.maximumLength - rest) / 4 * 3
        let token = try Self.token(payload: String(repeating: "a", count: size))
        #expect(CompactJWS(token) != nil)
        let longer = try Self.token(payload: String(repeating: "a", count: size + 3))
        #expect(CompactJWS(longer) == nil)
    }

    private static func token(
        header: String = CompactJWSTests.header, payload: String = "payload"
    ) throws -> ArraySlice<UInt8> {
        let signed = [header, payload].map { Base64URL.text(of: Array($0.utf8)) }.joined(
            separator: ".")
        let code = try HMACSHA256(key: key).code(of: Array(signed.utf8)[...])
        return Array("\(signed).\(Base64URL.text(of: code))".utf8)[...]
    }
}
