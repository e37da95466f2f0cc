import JSON
import Testing

struct ComposedSchemaTests {
    @Test(
        "An array has a least and a greatest count, and no more is told when it is wrong",
        arguments: [
            ("[1,2]", []), ("[]", ["too_few"]), ("[1,2,99,99]", ["too_many"]),
            ("[1,99]", ["too_large"]),
            ("{}", ["wrong_type"]), ("null", ["required"]),
        ])
    func arrays(text: String, codes: [String]) throws {
        let schema: Schema<[Int]> = .array(of: .integer(0...9), count: 1...3)
        #expect(try schema.reading(text).codes == codes)
    }

    @Test("Nullable takes null for nil, and writes it")
    func nullable() throws {
        let schema = Schema<Int>.integer(0...9).nullable
        #expect(try schema.reading("null").value == .some(nil))
        #expect(try schema.reading("5").value == 5)
        #expect(try schema.reading("10").codes == ["too_large"])
        #expect(schema.text(of: nil) == "null")
    }

    @Test("A refined schema adds a rule with a code of its own")
    func refined() throws {
        let schema = Schema<Int>.integer(0...9).refined(code: "odd", detail: "must be even") {
            $0.isMultiple(of: 2)
        }
        #expect(try schema.reading("4").value == 4)
        #expect(try schema.reading("5").codes == ["odd"])
        #expect(try schema.reading("11").codes == ["too_large"])
    }

    @Test("A mapped schema reads another type, and has a way back")
    func mapped() throws {
        let schema: Schema<Character> = Schema<String>.text(0...5).mapped(
            detail: "must be one letter", read: { $0.count == 1 ? $0.first : nil },
            write: String.init)
        #expect(try schema.reading(#""x""#).value == "x")
        #expect(try schema.reading(#""xy""#).codes == ["bad_format"])
        #expect(schema.text(of: "y") == #""y""#)
    }

    @Test("Free JSON is kept as it is, null too")
    func json() throws {
        #expect(
            try Schema<JSON>.json.reading(#"{"a":[1.50,null]}"#).value?.text
                == #"{"a":[1.50,null]}"#)
        #expect(try Schema<JSON>.json.reading("null").value == .null)
    }
}
