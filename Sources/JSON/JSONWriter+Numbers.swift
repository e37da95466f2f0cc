import Time

extension JSONWriter {
    package mutating func integer(_ value: Int64) {
        if value < 0 { out.append(UInt8(ascii: "-")) }
        appendDigits(of: value.magnitude)
    }

    /// The shortest text that reads back as the same double; null for what JSON has no number for
    /// (not a number, infinity), as JavaScript writes it.
    package mutating func double(_ value: Double) {
        guard value.isFinite else { return null() }
        out.append(value.description.utf8Span.span)
    }

    /// An amount in hundredths as a number with one or two decimals: 2500 is `25.0`.
    package mutating func money(_ minorUnits: Int64) {
        if minorUnits < 0 { out.append(UInt8(ascii: "-")) }
        let (whole, cents) = minorUnits.magnitude.quotientAndRemainder(dividingBy: 100)
        appendDigits(of: whole)
        out.append(UInt8(ascii: "."))
        out.append(UInt8(ascii: "0") + UInt8(cents / 10))
        if cents % 10 != 0 { out.append(UInt8(ascii: "0") + UInt8(cents % 10)) }
    }

    /// A number in thousandths, with three decimals: 12345 is `12.345`.
    package mutating func thousandths(_ value: Int64) {
        if value < 0 { out.append(UInt8(ascii: "-")) }
        let (whole, rest) = value.magnitude.quotientAndRemainder(dividingBy: 1_000)
        appendDigits(of: whole)
        out.append(UInt8(ascii: "."))
        out.append(UInt8(ascii: "0") + UInt8(rest / 100))
        out.append(UInt8(ascii: "0") + UInt8(rest / 10 % 10))
        out.append(UInt8(ascii: "0") + UInt8(rest % 10))
    }

    /// A moment as `"2026-01-15T09:00:00.000Z"`.
    package mutating func instant(_ value: Instant) {
        out.append(UInt8(ascii: "\""))
        out.append(value.rfc3339Text.span)
        out.append(UInt8(ascii: "\""))
    }

    /// A day as `"2026-01-15"`.
    package mutating func date(_ value: CivilDate) {
        out.append(UInt8(ascii: "\""))
        out.append(value.iso8601Text.span)
        out.append(UInt8(ascii: "\""))
    }

    private mutating func appendDigits(of value: UInt64) {
        // Twenty digits are the most; they are found from the last one on.
        var digits = InlineArray<20, UInt8>(repeating: UInt8(ascii: "0"))
        var start = digits.count
        var rest = value
        repeat {
            start -= 1
            digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        } while rest > 0
        out.append(digits.span.extracting(start...))
    }
}
