/// Whether bytes are UTF-8 so far, byte by byte: a message may be cut into frames anywhere, also within a
/// character (RFC 6455 section 5.6).
///
/// What may follow which byte is table 3-7 of the Unicode standard: nothing overlong, no surrogates, nothing
/// beyond U+10FFFF.
struct UTF8Check: Sendable {
    /// How many bytes the character still needs, and between which the next one has to be.
    private var missing: UInt8 = 0
    private var low: UInt8 = 0x80
    private var high: UInt8 = 0xBF

    /// Whether no character is left half said.
    var isComplete: Bool { missing == 0 }

    /// Takes the next bytes; false when they can't be UTF-8, whatever may follow.
    mutating func take(_ bytes: Span<UInt8>) -> Bool {
        for index in bytes.indices where !take(bytes[index]) { return false }
        return true
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard missing > 0 else { return begin(byte) }
        guard byte >= low, byte <= high else { return false }
        missing -= 1
        (low, high) = (0x80, 0xBF)
        return true
    }

    private mutating func begin(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x00...0x7F: return true
        case 0xC2...0xDF: missing = 1
        case 0xE0: (missing, low) = (2, 0xA0)
        case 0xE1...0xEC, 0xEE, 0xEF: missing = 2
        case 0xED: (missing, high) = (2, 0x9F)
        case 0xF0: (missing, low) = (3, 0x90)
        case 0xF1...0xF3: missing = 3
        case 0xF4: (missing, high) = (3, 0x8F)
        default: return false
        }
        return true
    }
}
