/// Reads the fixed-width numbers and separators of which dates are written, from left to right.
struct DigitScanner {
    private let bytes: [UInt8]
    private var position = 0

    init(_ text: String) {
        bytes = Array(text.utf8)
    }

    var isAtEnd: Bool { position == bytes.count }

    /// Exactly so many digits as a number, or nil.
    mutating func number(digits: Int) -> Int? {
        var value = 0
        for _ in 0..<digits {
            guard let digit = digit() else { return nil }
            value = value * 10 + digit
        }
        return value
    }

    /// The next character, if it is a digit.
    mutating func digit() -> Int? {
        guard position < bytes.count, (0x30...0x39).contains(bytes[position]) else { return nil }
        defer { position += 1 }
        return Int(bytes[position]) - 0x30
    }

    /// The next character, if it is one of these, all of ASCII.
    mutating func character(of allowed: String) -> Unicode.Scalar? {
        guard position < bytes.count, allowed.utf8.contains(bytes[position]) else { return nil }
        defer { position += 1 }
        return Unicode.Scalar(bytes[position])
    }
}
