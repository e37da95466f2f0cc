import JSON
import Testing

struct ReaderLimitsTests {
    @Test("64 levels are read, in arrays and objects alike")
    func deepest() throws {
        let arrays = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
        let objects =
            String(repeating: #"{"a":"#, count: 63) + "[]" + String(repeating: "}", count: 63)
        #expect(try JSON.parse(arrays).text == arrays)
        #expect(try JSON.parse(objects).text == objects)
    }

    @Test("65 levels are refused, in arrays and objects alike")
    func tooDeep() {
        let arrays = String(repeating: "[", count: 65) + String(repeating: "]", count: 65)
        let objects =
            String(repeating: #"{"a":"#, count: 64) + "[]" + String(repeating: "}", count: 64)
        #expect(throws: MalformedJSON.self) { try JSON.parse(arrays) }
        #expect(throws: MalformedJSON.self) { try JSON.parse(objects) }
    }

    @Test("Neighbours don't add up to depth")
    func wide() throws {
        let text = "[" + Array(repeating: "[[]]", count: 500).joined(separator: ",") + "]"
        #expect(try JSON.parse(text).text == text)
    }

    @Test("A hundred thousand open brackets are refused at the 65th")
    func bracketBomb() {
        let bytes = [UInt8](repeating: UInt8(ascii: "["), count: 100_000)
        let refusal = MalformedJSON(
            offset: 64, reason: "The document is nested deeper than 64 levels.")
        #expect(throws: refusal) { try JSON.parse(bytes) }
    }

    @Test(
        "Two members of one name are malformed, however the name is spelled",
        arguments: [
            #"{"a":1,"a":1}"#, #"{"a":1,"\u0061":2}"#, #"{"":1,"":2}"#,
            #"{"b":{"a":1,"c":2,"a":3}}"#,
            #"{"é":1,"\u00e9":2}"#, #"{"😀":1,"\ud83d\ude00":2}"#, #"{"/":1,"\/":2}"#,
        ])
    func duplicates(text: String) {
        #expect(throws: MalformedJSON.self) { try JSON.parse(text) }
    }

    @Test(
        "Names are the same only byte by byte",
        arguments: [
            #"{"a":1,"A":2}"#, #"{"é":1,"e\u0301":2}"#, #"{"a":1,"a ":2}"#, #"{"K":1,"\u212a":2}"#,
        ])
    func distinctNames(text: String) throws {
        _ = try JSON.parse(text)
    }

    @Test("One name in several objects is no duplicate")
    func namesOfDifferentObjects() throws {
        _ = try JSON.parse(#"{"a":{"a":1},"b":[{"a":2},{"a":3}]}"#)
    }

    @Test("A duplicate is found among many members", arguments: [11, 12, 13, 14, 5_000])
    func duplicateAmongMany(count: Int) throws {
        let members = (0..<count).map { #""member\#($0)":\#($0)"# }
        _ = try JSON.parse("{" + members.joined(separator: ",") + "}")
        let twice = members + [#""memb\u0065r0":0"#]
        #expect(throws: MalformedJSON.self) {
            try JSON.parse("{" + twice.joined(separator: ",") + "}")
        }
    }

    @Test("Many names that are the same but for their accents' spelling are distinct")
    func distinctNamesAmongMany() throws {
        let names = (0..<20).flatMap { ["é\($0)", "e\u{301}\($0)"] }
        _ = try JSON.parse("{" + names.map { "\"\($0)\":0" }.joined(separator: ",") + "}")
    }
}
