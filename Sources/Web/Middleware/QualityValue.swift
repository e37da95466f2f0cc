import HTTP

/// Weights of what a client takes (RFC 9110 section 12.4.2).
enum QualityValue {
    /// `0.5` as 500; what is no weight welcomes nothing.
    static func thousandths(_ text: some StringProtocol) -> Int {
        thousandths(Array(text.utf8)[...])
    }

    static func thousandths(_ number: ArraySlice<UInt8>) -> Int {
        guard let whole = number.first, whole == UInt8(ascii: "0") || whole == UInt8(ascii: "1")
        else { return 0 }
        let fraction = number.dropFirst()
        guard fraction.isEmpty || fraction.first == UInt8(ascii: ".") else { return 0 }
        return thousandths(whole: Int(whole - 0x30), fraction.dropFirst())
    }

    private static func thousandths(whole: Int, _ digits: ArraySlice<UInt8>) -> Int {
        guard digits.count <= 3, digits.allSatisfy(Ascii.isDigit) else { return 0 }
        var value = whole * 1_000
        var place = 100
        for digit in digits {
            value += Int(digit - 0x30) * place
            place /= 10
        }
        return min(value, 1_000)
    }
}
