import JSON
import Testing

struct TextSchemaTests {
    @Test(
        "Text has a least and a greatest length",
        arguments: [
            (#""ab""#, []), (#""abcd""#, []), (#""a""#, ["too_short"]), (#""abcde""#, ["too_long"]),
            ("5", ["wrong_type"]), ("[]", ["wrong_type"]), ("null", ["required"]),
        ])
    func lengths(text: String, codes: [String]) throws {
        #expect(try Schema<String>.text(2...4).reading(text).codes == codes)
    }

    @Test("Lengths are counted in Unicode scalars, as JSON Schema does")
    func scalars() throws {
        #expect(try Schema<String>.text(1...2).reading(#""😀😀""#).faults.isEmpty)
        #expect(try Schema<String>.text(1...2).reading(#""e\u0301e\u0301""#).codes == ["too_long"])
    }

    @Test(
        "Text is kept byte for byte",
        arguments: [" two  blanks ", "e\u{301}", "\u{202E}x", "a\r\nb", "\t"])
    func kept(text: String) throws {
        let read = try Schema<String>.text(1...20).reading(JSON.string(text).text).value
        #expect(read.map { Array($0.utf8) } == Array(text.utf8))
    }

    @Test("NUL is refused")
    func nul() throws {
        #expect(try Schema<String>.text(0...9).reading(#""a\u0000b""#).codes == ["not_allowed"])
    }

    @Test("Trimmed text loses white space at both ends before it is measured")
    func trimmed() throws {
        let schema: Schema<String> = .trimmedText(1...3)
        #expect(try schema.reading(#""  \t a b\u00a0\n""#).value == "a b")
        #expect(try schema.reading(#""   ""#).codes == ["too_short"])
    }

    @Test(
        "An e-mail address is kept as it is written",
        arguments: [
            "ada@example.com", "Ada.Lovelace+x@mail.example.co.uk", "o'neil_1@x-y.io",
            "a@b.xn--p1ai",
            String(repeating: "a", count: 64) + "@example.com",
        ])
    func emails(address: String) throws {
        #expect(try Schema<String>.email.reading("\" \(address)\\n\"").value == address)
    }

    @Test(
        "What can't be an e-mail address is refused",
        arguments: [
            "", "ada", "@example.com", "ada@", "ada@localhost", "a@b@example.com",
            "a b@example.com",
            ".a@example.com", "a.@example.com", "a..b@example.com", "a@.com", "a@example..com",
            "a@example.com.",
            "a@-x.com", "a@x-.com", "a@127.0.0.1", "a@[127.0.0.1]", "\\\"a b\\\"@example.com",
            "a@exa_mple.com",
            "ä@example.com", "a@exämple.com", "a@example.com\\r\\nBcc: b@example.com",
            "<a@example.com>",
            String(repeating: "a", count: 65) + "@example.com",
            "a@" + String(repeating: "b", count: 64) + ".com",
            "a@" + String(repeating: "b.", count: 125) + "com", "a\\u0000@example.com",
        ])
    func noEmails(address: String) throws {
        #expect(try Schema<String>.email.reading("\"\(address)\"").codes == ["bad_format"])
    }

    @Test("The longest e-mail address has 254 characters")
    func longestEmail() throws {
        let labels = [String](repeating: String(repeating: "b", count: 62), count: 3)
        let domain = labels.joined(separator: ".") + ".com"
        let local = String(repeating: "a", count: 254 - 1 - domain.utf8.count)
        #expect(try Schema<String>.email.reading("\"\(local)@\(domain)\"").faults.isEmpty)
        #expect(try Schema<String>.email.reading("\"\(local)a@\(domain)\"").codes == ["bad_format"])
    }

    @Test("A UUID is kept in lower case")
    func uuid() throws {
        let reading = try Schema<String>.uuid.reading(#""0197A3C0-1F2B-7C3D-8E4F-A1B2C3D4E5F6""#)
        #expect(reading.value == "0197a3c0-1f2b-7c3d-8e4f-a1b2c3d4e5f6")
    }

    @Test(
        "Another spelling of a UUID is refused",
        arguments: [
            "", "0197a3c01f2b7c3d8e4fa1b2c3d4e5f6", "{0197a3c0-1f2b-7c3d-8e4f-a1b2c3d4e5f6}",
            "0197a3c0-1f2b-7c3d-8e4f-a1b2c3d4e5fg", "0197a3c0-1f2b-7c3d-8e4fa-1b2c3d4e5f6",
            "0197a3c0-1f2b-7c3d-8e4f-a1b2c3d4e5f6 ", "0197a3c0-1f2b-7c3d-8e4f-a1b2c3d4eé5",
        ])
    func noUUIDs(text: String) throws {
        #expect(try Schema<String>.uuid.reading("\"\(text)\"").codes == ["bad_format"])
    }

    @Test(
        "One of several words",
        arguments: [
            (#""calm""#, []), (#""Calm""#, ["not_allowed"]), (#""""#, ["not_allowed"]),
            ("1", ["wrong_type"]),
        ])
    func words(text: String, codes: [String]) throws {
        let reading = try Schema<Mood>.oneOf(Mood.allCases).reading(text)
        #expect(reading.codes == codes)
        #expect(reading.faults.allSatisfy { $0.detail == "must be one of calm, wild" })
    }
}
