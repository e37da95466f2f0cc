import Time

extension JSONWriter {
    package mutating func integer(_ value: Int64) {
        if value < 0 { bytes.append(UInt8(ascii: "-")) }
        appendDigits(of: value.magnitude)
    }

    /// The shortest text that reads back as the same double; null for what JSON has no number for
    /// (not a number, infinity), as JavaScript writes it.
    package mutating func double(_ value: Double) {
        guard value.isFinite else { return null() }
        bytes.append(contentsOf: value.description.utf8)
    }

    /// An amount in hundredths as a number with one or two decimals: 2500 is `25.0`.
    package mutating func money(_ minorUnits: Int64) {
        if minorUnits < 0 { bytes.append(UInt8(ascii: "-")) }
        let (whole, cents) = minorUnits.magnitude.quotientAndRemainder(dividingBy: 100)
        appendDigits(of: whole)
        bytes.append(UInt8(ascii: "."))
        bytes.append(UInt8(ascii: "0") + UInt8(cents / 10))
        if cents % 10 != 0 { bytes.append(UInt8(ascii: "0") + UInt8(cents % 10)) }
    }

    /// A moment as `"2026-01-15T09:00:00.000Z"`.
    package mutating func instant(_ value: Instant) {
        bytes.append(UInt8(ascii: "\""))
        value.appendRFC3339(to: &bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    /// A day as `"2026-01-15"`.
    package mutating func date(_ value: CivilDate) {
        bytes.append(UInt8(ascii: "\""))
        value.appendISO8601(to: &bytes)
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func appendDigits(of value: UInt64) {
        var divisor: UInt64 = 1
        while value / divisor >= 10 { divisor *= 10 }
        while divisor > 0 {
            bytes.append(UInt8(ascii: "0") + UInt8(value / divisor % 10))
            divisor /= 10
        }
    }
}
