/// A text of Werkzeug's `generate_password_hash`: a method with its numbers, a salt that is text, and the
/// hash in hexadecimal digits.
///
///     scrypt:32768:8:1$SALT$HASH    pbkdf2:sha256:600000$SALT$HASH
struct WerkzeugHash: Sendable, Equatable {
    /// It makes 16 characters; 8 before its version 2.
    private static let saltLengths = 1...64

    /// What stands between the colons.
    let method: [Substring]
    /// The characters as they are: no code of bytes.
    let salt: [UInt8]
    let hash: [UInt8]

    /// Nil where the text isn't spelled like that, or its hash has another length.
    init?(_ text: String, hashLength: Int) {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 3, WerkzeugHash.saltLengths.contains(parts[1].utf8.count),
            parts[1].utf8.allSatisfy(WerkzeugHash.isLetterOrDigit),
            let hash = WerkzeugHash.bytes(hexadecimal: parts[2]), hash.count == hashLength
        else { return nil }
        method = parts[0].split(separator: ":", omittingEmptySubsequences: false)
        salt = Array(parts[1].utf8)
        self.hash = hash
    }

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "a")...UInt8(ascii: "z"):
            true
        default: false
        }
    }

    private static func bytes(hexadecimal text: Substring) -> [UInt8]? {
        var bytes: [UInt8] = []
        var high: UInt8?
        for digit in text.utf8 {
            guard let value = value(ofDigit: digit) else { return nil }
            if let first = high {
                bytes.append(first << 4 | value)
                high = nil
            } else {
                high = value
            }
        }
        return high == nil ? bytes : nil
    }

    /// Python's `hex()` writes lower case, and its comparison takes nothing else.
    private static func value(ofDigit digit: UInt8) -> UInt8? {
        switch digit {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): digit - UInt8(ascii: "0")
        case UInt8(ascii: "a")...UInt8(ascii: "f"): digit - UInt8(ascii: "a") + 10
        default: nil
        }
    }
}
