/// What the grammar of RFC 9110 section 5.6 calls its characters, as tests on bytes.
package enum Ascii {
    package static let tab: UInt8 = 0x09
    package static let lineFeed: UInt8 = 0x0A
    package static let carriageReturn: UInt8 = 0x0D
    package static let space: UInt8 = 0x20
    package static let delete: UInt8 = 0x7F

    /// tchar: letters, digits and `!#$%&'*+-.^_`|~`, one bit for each byte from 0 to 127.
    private static var tokenLow: UInt64 { 0x03FF_6CFA_0000_0000 }
    private static var tokenHigh: UInt64 { 0x57FF_FFFF_C7FF_FFFE }

    @inline(__always)
    package static func isToken(_ byte: UInt8) -> Bool {
        if byte >= 0x80 { return false }
        let half = byte < 0x40 ? tokenLow : tokenHigh
        return (half >> UInt64(byte & 0x3F)) & 1 == 1
    }

    @inline(__always)
    package static func isDigit(_ byte: UInt8) -> Bool {
        byte &- 0x30 < 10
    }

    /// The value of a hexadecimal digit of either case.
    @inline(__always)
    package static func hexValue(_ byte: UInt8) -> UInt8? {
        switch byte {
        case 0x30...0x39: byte - 0x30
        case 0x41...0x46: byte - 0x41 + 10
        case 0x61...0x66: byte - 0x61 + 10
        default: nil
        }
    }

    @inline(__always)
    package static func lowercased(_ byte: UInt8) -> UInt8 {
        byte &- 0x41 < 26 ? byte | 0x20 : byte
    }

    package static func equal(_ bytes: Span<UInt8>, _ text: String) -> Bool {
        let other = text.utf8Span.span
        guard bytes.count == other.count else { return false }
        for index in bytes.indices where bytes[index] != other[index] { return false }
        return true
    }

    package static func equalIgnoringCase(_ bytes: Span<UInt8>, _ text: String) -> Bool {
        let other = text.utf8Span.span
        guard bytes.count == other.count else { return false }
        for index in bytes.indices where lowercased(bytes[index]) != lowercased(other[index]) {
            return false
        }
        return true
    }
}
