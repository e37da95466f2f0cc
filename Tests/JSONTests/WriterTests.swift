import Chance
import JSON
import Testing
import Time

struct WriterTests {
    @Test("Commas stand between members and elements, and nowhere else")
    func commas() {
        let text = written { writer in
            writer.object { writer in
                writer.key("empty")
                writer.object { _ in }
                writer.key("list")
                writer.array { writer in
                    writer.element()
                    writer.integer(1)
                    writer.element()
                    writer.array { _ in }
                    writer.element()
                    writer.null()
                }
                writer.key(JSONKey("last"))
                writer.bool(true)
            }
        }
        #expect(text == #"{"empty":{},"list":[1,[],null],"last":true}"#)
    }

    @Test("A key made beforehand is written like any other")
    func keys() {
        let key = JSONKey("a\"b")
        let text = written { writer in
            writer.object { writer in
                writer.key(key)
                writer.bool(false)
                writer.key(JSONKey("c"))
                writer.null()
            }
        }
        #expect(text == #"{"a\"b":false,"c":null}"#)
    }

    @Test(
        "Quote, backslash and control characters are escaped",
        arguments: [
            ("say \"hi\"", #""say \"hi\"""#), (#"C:\temp"#, #""C:\\temp""#),
            ("\u{8}\u{9}\u{A}\u{C}\u{D}", #""\b\t\n\f\r""#), ("\0\u{1F}", #""\u0000\u001f""#),
            ("tail\n", #""tail\n""#),
        ])
    func escapes(value: String, text: String) {
        #expect(written { $0.string(value) } == text)
    }

    @Test(
        "Everything else passes as it is",
        arguments: [
            "", "plain", "<script>&'", "a/b", "\u{7F}", "\u{2028}\u{2029}", "é e\u{301}", "😀",
            "שלום",
        ])
    func plain(value: String) {
        #expect(Array(written { $0.string(value) }.utf8) == Array("\"\(value)\"".utf8))
    }

    @Test("A byte that needs an escape is found wherever it stands", arguments: 1..<40)
    func places(count: Int) throws {
        for escaped in ["\"", "\\", "\u{0}", "\u{1F}"] {
            for place in 0..<count {
                var bytes = [UInt8](repeating: UInt8(ascii: "!"), count: count)
                bytes[place] = escaped.utf8.first ?? 0
                let text = written { $0.string(String(decoding: bytes, as: UTF8.self)) }
                #expect(text.utf8.count > count + 2)
                #expect(try JSON.parse(text) == .string(String(decoding: bytes, as: UTF8.self)))
            }
        }
        let all = (UInt8(0x20)...0x7F).filter { $0 != 0x22 && $0 != 0x5C }
        let plain = String(decoding: (0..<count).map { all[($0 * 7) % all.count] }, as: UTF8.self)
        #expect(written { $0.string(plain) } == "\"\(plain)\"")
    }

    @Test("What is longer than was expected is written whole")
    func growth() {
        var writer = JSONWriter(reserving: 0)
        let part = String(repeating: "é", count: 700)
        writer.array { writer in
            for _ in 0..<100 {
                writer.element()
                writer.string(part)
            }
        }
        let expected =
            "[" + Array(repeating: "\"\(part)\"", count: 100).joined(separator: ",") + "]"
        #expect(writer.bytes == Array(expected.utf8))
    }

    @Test(
        "Thousandths have three decimals",
        arguments: [(0, "0.000"), (7, "0.007"), (12_345, "12.345"), (-1_020, "-1.020")])
    func thousandths(value: Int64, text: String) {
        #expect(written { $0.thousandths(value) } == text)
    }

    @Test(
        "Whole numbers",
        arguments: [
            (0, "0"), (7, "7"), (10, "10"), (-1, "-1"), (1_000_000, "1000000"),
            (Int64.max, "9223372036854775807"), (Int64.min, "-9223372036854775808"),
        ])
    func integers(value: Int64, text: String) {
        #expect(written { $0.integer(value) } == text)
    }

    @Test(
        "Doubles are as short as they can be, and always JSON",
        arguments: [
            (0.1, "0.1"), (4.5, "4.5"), (5, "5.0"), (-0.0, "-0.0"), (1e300, "1e+300"),
            (.leastNonzeroMagnitude, "5e-324"),
            (.infinity, "null"), (-.infinity, "null"), (.nan, "null"),
        ])
    func doubles(value: Double, text: String) throws {
        #expect(written { $0.double(value) } == text)
        _ = try JSON.parse(text)
    }

    @Test(
        "Money has one decimal, or two",
        arguments: [
            (0, "0.0"), (1, "0.01"), (10, "0.1"), (2500, "25.0"), (2505, "25.05"), (2550, "25.5"),
            (-5, "-0.05"), (-2500, "-25.0"), (Int64.max, "92233720368547758.07"),
            (Int64.min, "-92233720368547758.08"),
        ])
    func money(minorUnits: Int64, text: String) throws {
        #expect(written { $0.money(minorUnits) } == text)
        #expect(try JSON.parse(text).minorUnits() == minorUnits)
    }

    @Test("Moments and days are strings")
    func times() {
        #expect(written { $0.instant(Instant(seconds: 0)) } == #""1970-01-01T00:00:00.000Z""#)
        #expect(written { $0.date(CivilDate(year: 2026, month: 1, day: 5)) } == #""2026-01-05""#)
    }

    @Test("Any moment reads back as itself", arguments: 0..<8)
    func moments(round: Int) {
        var chance = SeededGenerator(seed: 21, number: UInt64(round))
        let (first, last) = (
            Instant.writable.lowerBound.milliseconds, Instant.writable.upperBound.milliseconds
        )
        for _ in 0..<500 {
            let moment = Instant(milliseconds: .random(in: first...last, using: &chance))
            let text = written { $0.instant(moment) }
            #expect(text.utf8.count == 26)
            #expect(Instant(rfc3339: String(text.dropFirst().dropLast())) == moment)
        }
    }

    @Test("Pretty text has a line for each member, two blanks for each level")
    func pretty() {
        let value: JSON = [
            "name": "Yoga", "tags": ["a", [:]], "none": [], "deep": ["x": ["y": nil]],
        ]
        let expected = """
            {
              "name": "Yoga",
              "tags": [
                "a",
                {}
              ],
              "none": [],
              "deep": {
                "x": {
                  "y": null
                }
              }
            }

            """
        #expect(value.prettyText == expected)
    }

    private func written(_ write: (inout JSONWriter) -> Void) -> String {
        var writer = JSONWriter()
        write(&writer)
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
