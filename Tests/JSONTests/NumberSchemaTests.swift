import JSON
import Testing

struct NumberSchemaTests {
    @Test(
        "A whole number has limits",
        arguments: [
            ("1", []), ("50", []), ("5.0", []), ("5e1", []), ("0", ["too_small"]),
            ("51", ["too_large"]),
            ("-1e30", ["too_small"]), ("99999999999999999999", ["too_large"]),
            ("1e400", ["too_large"]),
            ("1.5", ["wrong_type"]), ("1e-400", ["wrong_type"]), (#""1""#, ["wrong_type"]),
            ("true", ["wrong_type"]), ("null", ["required"]),
        ])
    func integers(text: String, codes: [String]) throws {
        #expect(try Schema<Int>.integer(1...50).reading(text).codes == codes)
    }

    @Test("The widest limits take every 64-bit number")
    func widest() throws {
        let schema: Schema<Int> = .integer(.min ... .max)
        #expect(try schema.reading("9223372036854775807").value == .max)
        #expect(try schema.reading("-9223372036854775808").value == .min)
        #expect(try schema.reading("9223372036854775808").codes == ["too_large"])
        #expect(try schema.reading("-9223372036854775809").codes == ["too_small"])
    }

    @Test(
        "Money is read exactly, in minor units",
        arguments: [
            ("25.0", 2500), ("0", 0), ("0.29", 29), ("100", 10_000), ("1e2", 10_000),
        ])
    func money(text: String, cents: Int) throws {
        #expect(try Schema<Int>.money(upTo: 10_000).reading(text).value == cents)
    }

    @Test(
        "Money has limits and two decimals",
        arguments: [
            ("-0.01", "too_small"), ("100.01", "too_large"), ("1e30", "too_large"),
            ("1.005", "too_precise"),
            (#""5""#, "wrong_type"), ("null", "required"),
        ])
    func moneyLimits(text: String, code: String) throws {
        #expect(try Schema<Int>.money(upTo: 10_000).reading(text).codes == [code])
    }

    @Test("The faults of money speak of amounts, not of cents")
    func moneyDetail() throws {
        let faults = try Schema<Int>.money(upTo: 10_050).reading("200").faults
        #expect(faults.map(\.detail) == ["must be at most 100.5"])
    }

    @Test(
        "True and false, and nothing like it",
        arguments: [
            ("true", []), ("false", []), ("1", ["wrong_type"]), (#""true""#, ["wrong_type"]),
            ("null", ["required"]),
        ])
    func booleans(text: String, codes: [String]) throws {
        #expect(try Schema<Bool>.boolean.reading(text).codes == codes)
    }
}
