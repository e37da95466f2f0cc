/// Base64 as hashes carry it: the alphabet of RFC 4648, section 4, without `=` at the end (PHC string
/// format, "B64").
package enum UnpaddedBase64 {
    private static let alphabet = Array(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    package static func text(_ bytes: [UInt8]) -> String {
        var digits: [UInt8] = []
        var bits = 0
        var held = 0
        for byte in bytes {
            held = held << 8 | Int(byte)
            bits += 8
            while bits >= 6 {
                bits -= 6
                digits.append(alphabet[held >> bits & 63])
            }
            held &= 1 << bits - 1
        }
        if bits > 0 { digits.append(alphabet[held << (6 - bits)]) }
        return String(decoding: digits, as: UTF8.self)
    }

    /// The bytes; nil for what `text` would not have written, so that a hash has one spelling.
    static func bytes(_ text: Substring) -> [UInt8]? {
        var bytes: [UInt8] = []
        var bits = 0
        var held = 0
        for digit in text.utf8 {
            guard let value = value(of: digit) else { return nil }
            held = held << 6 | value
            bits += 6
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(held >> bits))
            }
            held &= 1 << bits - 1
        }
        return bits < 6 && held == 0 ? bytes : nil
    }

    private static func value(of digit: UInt8) -> Int? {
        switch digit {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(digit) - 65
        case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(digit) - 71
        case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(digit) + 4
        case UInt8(ascii: "+"): 62
        case UInt8(ascii: "/"): 63
        default: nil
        }
    }
}
