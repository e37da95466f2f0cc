import JSON
import Testing

struct NumberTests {
    @Test(
        "Whole numbers of 64 bits are exact",
        arguments: [
            ("0", 0), ("-1", -1), ("9007199254740993", 9_007_199_254_740_993),
            ("9223372036854775807", Int64.max), ("-9223372036854775808", Int64.min),
        ])
    func integers(text: String, value: Int64) throws {
        #expect(try JSON.parse(text) == .integer(value))
    }

    @Test(
        "Every other number keeps its text",
        arguments: [
            "9223372036854775808", "-9223372036854775809", "1.0", "1.10", "1e2", "1E+2", "1e-2",
            "-0", "-0.0",
            "0e0", "1e400", "-1e400", "0.1000000000000000055511151231257827021181583404541015625",
            "123456789012345678901234567890",
        ])
    func decimals(text: String) throws {
        let value = try JSON.parse(text)
        guard case .decimal(let number) = value else {
            Issue.record("not a decimal")
            return
        }
        #expect(number.text == text)
        #expect(value.text == text)
    }

    @Test(
        "What the grammar doesn't know is malformed",
        arguments: [
            "01", "-01", "00", "1.", ".5", "-.5", "+1", "-", "--1", "1e", "1e+", "1e-", "1.e1",
            "1.5e", "0x10", "1_000",
            "1,000", "- 1", "1.2.3", "1e2.5", "1e2e3", "٣", "-a", "1a", "Infinity", "-Infinity",
        ])
    func malformed(text: String) {
        #expect(throws: MalformedJSON.self) { try JSON.parse(text) }
    }

    @Test(
        "A number that is whole is an integer, however it is written",
        arguments: [
            ("20", 20), ("20.0", 20), ("2e1", 20), ("0.2e2", 20), ("2000e-2", 20), ("-0", 0),
            ("-0.0", 0),
            ("0e999999999999999999999", 0), ("-2.50E1", -25), ("9223372036854775807.0", Int64.max),
            ("-9.223372036854775808e18", Int64.min), ("0.00000000000000000001e20", 1),
        ])
    func wholeNumbers(text: String, value: Int64) throws {
        #expect(try JSON.parse(text).integerValue == value)
    }

    @Test(
        "A number that isn't whole or doesn't fit is no integer",
        arguments: [
            "1.5", "1e-1", "9223372036854775808", "-9223372036854775809", "9223372036854775808.0",
            "1e19", "1e400",
            "1e999999999999999999999", "1e-999999999999999999999", "12345678901234567890123",
        ])
    func noWholeNumbers(text: String) throws {
        #expect(try JSON.parse(text).integerValue == nil)
    }

    @Test(
        "Money is exact",
        arguments: [
            ("25", 2500), ("25.0", 2500), ("25.1", 2510), ("25.10", 2510), ("25.100", 2510),
            ("0.29", 29),
            ("2.5e1", 2500), ("1e-2", 1), ("-0.01", -1), ("4.35", 435), ("1.005e3", 100_500),
            ("92233720368547758.07", Int64.max),
        ])
    func money(text: String, cents: Int64) throws {
        #expect(try JSON.parse(text).minorUnits() == cents)
    }

    @Test(
        "An amount with a third decimal, or one that doesn't fit, is no money",
        arguments: [
            "25.105", "0.001", "1e-3", "92233720368547758.08", "92233720368547759", "1e17", "1e400",
        ])
    func noMoney(text: String) throws {
        #expect(try JSON.parse(text).minorUnits() == nil)
    }

    @Test("A double is the nearest one, and never infinite")
    func doubles() throws {
        #expect(try JSON.parse("0.1").doubleValue == 0.1)
        #expect(try JSON.parse("1e2").doubleValue == 100)
        #expect(try JSON.parse("7").doubleValue == 7)
        #expect(try JSON.parse("-0.0").doubleValue?.sign == .minus)
        #expect(try JSON.parse("5e-324").doubleValue == .leastNonzeroMagnitude)
        #expect(try JSON.parse("1e400").doubleValue == nil)
        #expect(try JSON.parse("-1e400").doubleValue == nil)
    }

    @Test("What is no number has no number's value", arguments: ["null", "true", #""1""#, "[1]"])
    func otherKinds(text: String) throws {
        let value = try JSON.parse(text)
        #expect(value.integerValue == nil)
        #expect(value.doubleValue == nil)
        #expect(value.minorUnits() == nil)
    }
}
