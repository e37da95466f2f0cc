import Chance
import JSON

/// Cases for the JSON reader: changed documents are refused, or survive being written and read again.
enum FuzzJSON {
    static func failure(_ random: inout SeededGenerator) -> String? {
        let bytes = mutation.mutated(random.pick(documents), with: random.pick(documents), &random)
        guard let value = try? JSON.parse(bytes) else { return nil }
        askEverything(of: value)
        let written = value.bytes
        guard let again = try? JSON.parse(written), again == value else {
            return "What was read is not what is written." + shown(bytes)
        }
        guard again.bytes == written else { return "It is written in two ways." + shown(bytes) }
        guard (try? JSON.parse(value.prettyText)) == value else {
            return "Its pretty form is another document." + shown(bytes)
        }
        return nil
    }

    /// Numbers are only worked out when somebody asks.
    private static func askEverything(of value: JSON) {
        switch value {
        case .array(let elements):
            for element in elements { askEverything(of: element) }
        case .object(let members):
            for member in members { askEverything(of: member.value) }
        default:
            _ = (value.integerValue, value.doubleValue, value.minorUnits())
        }
    }

    private static func shown(_ bytes: [UInt8]) -> String {
        "\n\(String(decoding: bytes.prefix(2_000), as: UTF8.self).debugDescription)"
    }

    private static let documents = [
        "", "null", " [ ] ", "{}", "[true,false,null]", "\"\"", "0", "-0", "-12.50e+3", "1E400",
        #"{"email":"a@example.com","password":"päss\"wörd\\ \u00e9 \ud83d\ude00"}"#,
        #"{"title":"Yin Yoga","price":25.10,"seats":12,"tags":["a","b"],"teacher":{"id":null}}"#,
        #"[1,-1,9223372036854775807,-9223372036854775808,9223372036854775808,0.1,1e-7]"#,
        #"[[[[[[[[{"a":[{"b":[{"c":[[]]}]}]}]]]]]]]]"#,
        #"{"":0,"a":1,"b":2,"c":3,"d":4,"e":5,"f":6,"g":7,"h":8,"i":9,"j":10,"k":11,"l":12}"#,
        "{\n  \"a\" : [ 1 ,\t2 , 3 ],\r\n  \"b\" : \"\u{7F}\u{2028}\"\n}",
        "[\"\u{0}\", \"\\u0000\\u001f\\u2028\\b\\f\\n\\r\\t\\/\"]",
        String(repeating: "[", count: 63) + String(repeating: "]", count: 63),
        "[" + String(repeating: "{\"name\":\"Yoga\",\"minutes\":90},", count: 20) + "0]",
    ].map { Array($0.utf8) }

    private static let mutation = FuzzMutation(
        tokens: [
            "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud83d", "\\ude00", "\\u0000",
            "\\\"",
            "null", "true", "false", "nul", "-", "+", ".", "e", "E-", " ", "\n", "\t", "\r", "\0",
            "\u{1F}", "\u{7F}", "\u{C3}", "\u{A9}", "\u{C3}\u{A9}", "\u{F0}\u{9F}\u{98}\u{80}",
            "\u{ED}\u{A0}\u{80}", "\u{C0}\u{80}", "\u{EF}\u{BB}\u{BF}", "\u{FF}", "{\"a\":", "[[[[",
            "]]]]", "\"a\":1,", "//", "/*", "NaN", "Infinity", "'",
        ],
        numbers: [
            "0", "-0", "00", "01", "-", "1.", ".1", "1.0", "1e", "1e5", "1E-5", "1e+400", "1e-400",
            "1e999999999999", "1e-999999999999", "0e99999999999999999999", "0.00000000000000000001",
            "9223372036854775807", "-9223372036854775808", "9223372036854775808", "-0.0",
            "-9223372036854775809", "99999999999999999999999999999999", "0x10", "1_000",
            "92233720368547758.07", "92233720368547758.08", "-92233720368547758.08",
        ])
}
