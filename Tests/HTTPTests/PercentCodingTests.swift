import HTTP
import Testing

@Suite("Percent-encoding")
struct PercentCodingTests {
    @Test("Everything but unreserved characters is escaped")
    func encode() {
        #expect(PercentCoding.encode("AZaz09-._~") == "AZaz09-._~")
        #expect(
            PercentCoding.encode("a b/c?d#e%f+g&h=é") == "a%20b%2Fc%3Fd%23e%25f%2Bg%26h%3D%C3%A9")
    }

    @Test(
        "What was encoded is decoded again",
        arguments: [
            "", "a", " ", "%", "%41", "+", "é", "e\u{301}", "😀", "\u{1}\r\n\t\u{7F}", "..", "//",
        ])
    func roundTrip(text: String) {
        let encoded = Array(PercentCoding.encode(text).utf8)
        #expect(PercentCoding.decode(encoded[...]).map { Array($0.utf8) } == Array(text.utf8))
        #expect(PercentCoding.decode(encoded[...], plusIsBlank: true) == text)
    }

    @Test("All bytes but NUL survive in texts")
    func allScalars() {
        let text = (1...0x2FF).compactMap { Unicode.Scalar($0) }.map { String($0) }.joined()
        let encoded = Array(PercentCoding.encode(text).utf8)
        #expect(PercentCoding.decode(encoded[...]) == text)
    }

    @Test("A NUL is never decoded, escaped or not")
    func nul() {
        #expect(PercentCoding.decode(Array("%00".utf8)[...]) == nil)
        #expect(PercentCoding.decode([0]) == nil)
    }
}
