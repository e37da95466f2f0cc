/// A JSON number as it was written, for all that isn't plainly an `Int64`: `25.10`, `1e2`, `-0`,
/// twenty digits.
package struct NumberText: Sendable, Hashable {
    package let text: String

    /// For the reader, which has checked the grammar.
    init(checked text: String) {
        self.text = text
    }

    /// The nearest double, or nil where only infinity would be near: 1e400.
    package var doubleValue: Double? {
        guard let value = Double(text), value.isFinite else { return nil }
        return value
    }

    /// The value in units of a decimal place: `25.1` with two decimals is 2510.
    func scaled(decimals: Int) -> ScaledNumber {
        DecimalParts(text).scaled(decimals: decimals)
    }
}

/// A number as sign, digits without zeros at either end, and the power of ten behind them.
private struct DecimalParts {
    private var isNegative = false
    private var digits: [Int64] = []
    private var exponent = 0

    /// Exponents are read up to here: no body has a billion digits that could make up for more, and
    /// sums of them can't overflow.
    private static let exponentCap = 1_000_000_000

    init(_ text: String) {
        let halves = text.utf8.split(maxSplits: 1) { $0 | 0x20 == UInt8(ascii: "e") }
        if let mantissa = halves.first { readMantissa(mantissa) }
        if halves.count == 2 { exponent += Self.exponent(halves[1]) }
        while digits.last == 0 {
            digits.removeLast()
            exponent += 1
        }
    }

    private mutating func readMantissa(_ text: Substring.UTF8View) {
        var isFraction = false
        for byte in text {
            switch byte {
            case UInt8(ascii: "-"): isNegative = true
            case UInt8(ascii: "."): isFraction = true
            default:
                if isFraction { exponent -= 1 }
                if byte != UInt8(ascii: "0") || !digits.isEmpty {
                    digits.append(Int64(byte) - 0x30)
                }
            }
        }
    }

    private static func exponent(_ text: Substring.UTF8View) -> Int {
        var value = 0
        for byte in text where byte.isDigit && value < exponentCap {
            value = value * 10 + Int(byte) - 0x30
        }
        return text.first == UInt8(ascii: "-") ? -value : value
    }

    func scaled(decimals: Int) -> ScaledNumber {
        guard !digits.isEmpty else { return .exact(0) }
        let zeros = exponent + decimals
        guard zeros >= 0 else { return .tooPrecise }
        // An Int64 has 19 digits at most: longer numbers are refused before they are computed.
        guard digits.count + zeros <= 19, let value = whole(zeros: zeros) else {
            return isNegative ? .tooSmall : .tooLarge
        }
        return .exact(value)
    }

    /// The digits and so many zeros as one number; nil if it overflows.
    private func whole(zeros: Int) -> Int64? {
        // Built below zero, as Int64.min has no positive twin.
        var value: Int64 = 0
        for digit in digits + Array(repeating: 0, count: zeros) {
            guard let next = value.appending(digit: digit) else { return nil }
            value = next
        }
        guard !isNegative else { return value }
        return value == .min ? nil : -value
    }
}
