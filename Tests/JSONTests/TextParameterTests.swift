import JSON
import Testing
import Time

struct TextParameterTests {
    @Test("A parameter has the limits of a member, and its name as the place")
    func integers() {
        let schema: Schema<Int> = .integer(1...100)
        #expect(schema.readingText("20").value == 20)
        let tooLarge = schema.readingText("101", at: "limit")
        #expect(
            tooLarge.faults == [
                Fault(
                    pointer: "/limit", field: "limit", code: "too_large",
                    detail: "must be at most 100")
            ])
    }

    @Test(
        "What is no number is a wrong type",
        arguments: ["", "x", "1x", "0x1", "+1", "null", "[1]", "\"1\"", "٣"])
    func noIntegers(text: String) {
        #expect(Schema<Int>.integer(1...100).readingText(text).codes == ["wrong_type"])
    }

    @Test(
        "True and false in any case, 1 and 0",
        arguments: [
            ("true", true), ("True", true), ("1", true), ("false", false), ("FALSE", false),
            ("0", false),
        ])
    func booleans(text: String, value: Bool) {
        #expect(Schema<Bool>.boolean.readingText(text).value == value)
    }

    @Test("Other words are no boolean", arguments: ["", "yes", "2", "t"])
    func noBooleans(text: String) {
        #expect(Schema<Bool>.boolean.readingText(text).codes == ["wrong_type"])
    }

    @Test("Text stays text, whatever it looks like", arguments: ["5", "true", "null", "{}"])
    func text(text: String) {
        #expect(Schema<String>.text(1...9).readingText(text).value == text)
    }

    @Test("Money, words and identifiers are spelled as in JSON, without quotes")
    func others() {
        #expect(Schema<Int>.money(upTo: 9_999).readingText("25.5").value == 2550)
        #expect(Schema<Mood>.oneOf(Mood.allCases).readingText("wild").value == .wild)
        #expect(Schema<String>.uuid.readingText("x").codes == ["bad_format"])
    }

    @Test(
        "A plus that arrived as a blank is repaired",
        arguments: [
            "2026-01-15T14:30:00+05:30", "2026-01-15T14:30:00 05:30",
            "2026-01-15 14:30:00.000 05:30",
            "2026-01-15 09:00:00", "2026-01-15T09:00:00Z",
        ])
    func instants(text: String) {
        #expect(Schema<Instant>.instant.readingText(text).value == Instant(seconds: 1_768_467_600))
    }

    @Test("An array stands with commas")
    func arrays() {
        let schema: Schema<[Int]> = .array(of: .integer(0...9), count: 0...3)
        #expect(schema.readingText("1,2,3").value == [1, 2, 3])
        #expect(schema.readingText("").value == [])
        #expect(schema.readingText("1,,99").places == ["q.1 wrong_type", "q.2 too_large"])
    }

    @Test("Nullable and refined schemas are spelled like what they are made of")
    func composed() {
        #expect(Schema<Int>.integer(0...9).nullable.readingText("7").value == 7)
        let even = Schema<Int>.integer(0...9).refined(code: "odd", detail: "is odd") { $0 % 2 == 0 }
        #expect(even.readingText("7").codes == ["odd"])
    }

    @Test("An object has no such spelling")
    func objects() {
        #expect(Trip.stop.readingText("{}").codes == ["wrong_type"])
    }
}
