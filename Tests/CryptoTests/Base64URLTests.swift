import Chance
import Crypto
import Foundation
import Testing

@Suite("base64url")
struct Base64URLTests {
    /// RFC 4648 section 10 without its padding, RFC 7515 appendix C, and the two characters of its own.
    private static let examples: [(bytes: [UInt8], text: String)] = [
        ([], ""),
        (Array("f".utf8), "Zg"),
        (Array("fo".utf8), "Zm8"),
        (Array("foo".utf8), "Zm9v"),
        (Array("foob".utf8), "Zm9vYg"),
        (Array("fooba".utf8), "Zm9vYmE"),
        (Array("foobar".utf8), "Zm9vYmFy"),
        ([3, 236, 255, 224, 193], "A-z_4ME"),
        ([0xFB, 0xFF, 0xBF], "-_-_"),
    ]

    @Test("Bytes are written as the RFCs say, and read again", arguments: examples)
    func standard(bytes: [UInt8], text: String) {
        #expect(Base64URL.text(of: bytes) == text)
        #expect(Base64URL.decode(text) == bytes)
    }

    @Test("Bytes of every length are written as Foundation writes them, and read again")
    func lengths() {
        var chance = SeededGenerator(seed: 1)
        for length in 0..<200 {
            let bytes = (0..<length).map { _ in UInt8(truncatingIfNeeded: chance.next()) }
            let text = Base64URL.text(of: bytes)
            #expect(text == Base64URLTests.foundation(bytes))
            #expect(Base64URL.decode(text) == bytes)
        }
    }

    @Test("A character outside of the alphabet is refused, wherever it stands")
    func foreign() {
        let alphabet = Set(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
        for length in [2, 3, 4, 6, 7, 8] {
            for place in 0..<length {
                for byte in UInt8.min ... .max where !alphabet.contains(byte) {
                    var text = [UInt8](repeating: UInt8(ascii: "A"), count: length)
                    text[place] = byte
                    #expect(Base64URL.decode(text[...]) == nil, "\(byte) at \(place) of \(length)")
                }
            }
        }
    }

    @Test(
        "What is padded, cut or folded is refused",
        arguments: [
            "Zg==", "Zm8=", "Zm9vYg==", "=", "Z", "Zm9vY", "Zm9v\n", " Zm9v", "Zm\r\n9v", "Zm9v\0",
        ])
    func shapes(text: String) {
        #expect(Base64URL.decode(text) == nil)
    }

    @Test("Each of the characters that bytes end with has one spelling")
    func unusedBits() {
        let alphabet = Array(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_".utf8)
        for (value, last) in alphabet.enumerated() {
            let two = [UInt8(ascii: "Z"), last]
            let three = [UInt8(ascii: "Z"), UInt8(ascii: "m"), last]
            #expect((Base64URL.decode(two[...]) != nil) == (value % 16 == 0))
            #expect((Base64URL.decode(three[...]) != nil) == (value % 4 == 0))
        }
    }

    private static func foundation(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString()
            .replacingOccurrences(of: "+", with: "-")
            .replacingOccurrences(of: "/", with: "_")
            .replacingOccurrences(of: "=", with: "")
    }
}
