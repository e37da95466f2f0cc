extension JSONReader {
    /// A number by the grammar of RFC 8259 section 6.
    mutating func number() throws(MalformedJSON) -> JSON {
        let start = position
        let isNegative = skip(UInt8(ascii: "-"))
        let whole = try integerPart()
        let hasFraction = try fraction()
        let hasExponent = try exponent()
        // -0 stays text: as an Int64 it would lose its sign.
        if !hasFraction, !hasExponent, let whole, !(isNegative && whole == 0) {
            if isNegative { return .integer(whole) }
            if whole != .min { return .integer(-whole) }
        }
        return .decimal(
            NumberText(checked: String(decoding: bytes[start..<position], as: UTF8.self)))
    }

    /// The digits before a point as a number below zero (`Int64.min` has no positive twin); nil if
    /// they are too many for it. A zero in front stands alone.
    private mutating func integerPart() throws(MalformedJSON) -> Int64? {
        if skip(UInt8(ascii: "0")) { return 0 }
        try expectDigit()
        var value: Int64? = 0
        while let byte = next, byte.isDigit {
            value = value.flatMap { $0.appending(digit: Int64(byte) - 0x30) }
            position += 1
        }
        return value
    }

    private mutating func fraction() throws(MalformedJSON) -> Bool {
        guard skip(UInt8(ascii: ".")) else { return false }
        try digits()
        return true
    }

    private mutating func exponent() throws(MalformedJSON) -> Bool {
        guard skip(UInt8(ascii: "e")) || skip(UInt8(ascii: "E")) else { return false }
        if !skip(UInt8(ascii: "+")) { _ = skip(UInt8(ascii: "-")) }
        try digits()
        return true
    }

    /// One digit or more.
    private mutating func digits() throws(MalformedJSON) {
        try expectDigit()
        while let byte = next, byte.isDigit { position += 1 }
    }

    private func expectDigit() throws(MalformedJSON) {
        guard let byte = next, byte.isDigit else { throw malformed("Here should be a digit.") }
    }
}

extension UInt8 {
    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
}

extension Int64 {
    /// This number below zero with one more digit, or nil if it overflows.
    func appending(digit: Int64) -> Int64? {
        let (tenfold, overflows) = multipliedReportingOverflow(by: 10)
        let (value, overflowsToo) = tenfold.subtractingReportingOverflow(digit)
        return overflows || overflowsToo ? nil : value
    }
}
