import JSON
import Testing

struct ReaderTests {
    private static let kinds: [(String, JSON)] = [
        ("null", .null), ("true", true), ("false", false), ("0", 0), ("-7", -7), (#""""#, ""),
        (#""yoga""#, "yoga"), ("[]", []), ("{}", [:]), (#"[1,"two",null]"#, [1, "two", nil]),
        (#"{"seats":2,"class":{"id":"c1"}}"#, ["seats": 2, "class": ["id": "c1"]]),
    ]

    @Test("Every kind of value is read", arguments: kinds)
    func everyKind(text: String, value: JSON) throws {
        #expect(try JSON.parse(text) == value)
    }

    @Test("Blanks, tabs and line ends may stand between, before and behind")
    func blanks() throws {
        let text = " \t\r\n{ \"a\" :\n[ 1 ,\r2 ] ,\t\"b\" : { } } \n"
        #expect(try JSON.parse(text) == ["a": [1, 2], "b": [:]])
    }

    @Test("Other white space is refused", arguments: ["\u{C}1", "\u{B}1", "\u{A0}1", "1\u{2028}"])
    func otherBlanks(text: String) {
        #expect(throws: MalformedJSON.self) { try JSON.parse(text) }
    }

    @Test(
        "What isn't JSON is malformed",
        arguments: [
            "", " ", "nul", "nulll", "True", "undefined", "NaN", "Infinity", "'a'", "[1,]", "[,1]",
            "[1 2]",
            "[1", "]", "[1}", "{]", "{,}", #"{"a"}"#, #"{"a":}"#, #"{"a" 1}"#, #"{"a":1,}"#,
            #"{"a":1 "b":2}"#, "{a:1}", "{1:1}", "{null:1}", "1 2", "[] []", "{}x", "// note\n1",
            "/**/1", "[1]#",
            "\"\u{0}", "\0",
        ])
    func malformed(text: String) {
        #expect(throws: MalformedJSON.self) { try JSON.parse(text) }
    }

    @Test("The error names the place and the reason")
    func place() {
        #expect(throws: MalformedJSON(offset: 6, reason: "A name needs a colon behind it.")) {
            try JSON.parse(#"{"aa" 1}"#)
        }
    }

    @Test("A byte order mark is refused")
    func byteOrderMark() {
        #expect(throws: MalformedJSON.self) { try JSON.parse([0xEF, 0xBB, 0xBF, 0x7B, 0x7D]) }
    }

    @Test("Members keep their order, whatever their names")
    func order() throws {
        let text = #"{"z":1,"a":2,"":3,"é":4}"#
        #expect(try JSON.parse(text).text == text)
    }
}
