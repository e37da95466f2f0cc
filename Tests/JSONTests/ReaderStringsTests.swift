import JSON
import Testing

struct ReaderStringsTests {
    @Test(
        "Escapes stand for their characters",
        arguments: [
            (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u0041\u00e9\u20AC""#, "Aé€"),
            (#""\ud83d\ude00""#, "😀"), (#""\uD834\uDD1E!""#, "𝄞!"), (#""\u0000""#, "\0"),
            (#""before \u002d after""#, "before - after"), (#""\uffff\u2028""#, "\u{FFFF}\u{2028}"),
            (#""\udbff\udfff""#, "\u{10FFFF}"),
        ])
    func escapes(text: String, value: String) throws {
        #expect(try JSON.parse(text) == .string(value))
    }

    @Test(
        "Text in any script is kept byte for byte",
        arguments: [
            "Ärger mit Öl", "שלום עולם", "e\u{301}", "é", "🧘🏽‍♀️", "\u{FEFF}x", "\u{202E}abc", "東京",
            "\u{7F}",
            "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞",
        ])
    func scripts(text: String) throws {
        guard case .string(let read) = try JSON.parse("\"\(text)\"") else {
            Issue.record("not a string")
            return
        }
        #expect(Array(read.utf8) == Array(text.utf8))
    }

    @Test(
        "Half of a surrogate pair is malformed",
        arguments: [
            #""\ud83d""#, #""\ude00""#, #""\ud83d\u0041""#, #""\ud83dx""#, #""\ud83d\n""#,
            #""\ude00\ud83d""#, #""\ud83d\ud83d\ude00""#,
        ])
    func loneSurrogates(text: String) {
        #expect(throws: MalformedJSON.self) { try JSON.parse(text) }
    }

    @Test(
        "Other escapes are malformed",
        arguments: [
            #""\a""#, #""\x41""#, #""\'""#, #""\U0041""#, #""\u004""#, #""\u004g""#, #""\u 041""#,
            #""\u+041""#, #""\"#, #""\u"#, #""\""#, "\"\\\n\"", "\"\\u００４１\"",
        ])
    func otherEscapes(text: String) {
        #expect(throws: MalformedJSON.self) { try JSON.parse(text) }
    }

    @Test("A control character must be escaped", arguments: UInt8(0)..<0x20)
    func controlCharacters(byte: UInt8) throws {
        #expect(throws: MalformedJSON.self) { try JSON.parse([0x22, byte, 0x22]) }
        let escaped = "\"\\u00" + (byte < 16 ? "0" : "") + String(byte, radix: 16) + "\""
        #expect(try JSON.parse(escaped) == .string(String(Unicode.Scalar(byte))))
    }

    @Test(
        "Bytes that aren't UTF-8 are malformed",
        arguments: [
            [0xFF], [0x80], [0xC3], [0xC0, 0x80], [0xE2, 0x82], [0xED, 0xA0, 0x80],
            [0xF4, 0x90, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0xC3, 0x28],
        ] as [[UInt8]])
    func invalidUTF8(bytes: [UInt8]) {
        #expect(throws: MalformedJSON.self) { try JSON.parse([0x22] + bytes + [0x22]) }
        #expect(throws: MalformedJSON.self) {
            try JSON.parse([0x22, 0x5C, 0x6E] + bytes + [0x22])
        }
        #expect(throws: MalformedJSON.self) { try JSON.parse(bytes) }
    }
}
