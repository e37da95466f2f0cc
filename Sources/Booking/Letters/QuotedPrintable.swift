import HTTP

/// Bytes of which those that are no plain ASCII are written `=C3` (RFC 2045 section 6.7).
enum QuotedPrintable {
    /// Of a line, the `=` at its end included.
    private static let columns = 76

    /// One line of text as one line or more; a `=` at the end of one says that it goes on.
    static func line(_ bytes: [UInt8]) -> [UInt8] {
        var text: [UInt8] = []
        var column = 0
        for (index, byte) in bytes.enumerated() {
            // Room for an escaped byte and the `=`.
            if column + 4 > columns {
                text += "=\r\n".utf8
                column = 0
            }
            let isLast = index == bytes.count - 1
            let written = written(byte, isFirst: column == 0, isLast: isLast)
            text += written
            column += written.count
        }
        return text
    }

    private static func written(_ byte: UInt8, isFirst: Bool, isLast: Bool) -> [UInt8] {
        isPlain(byte, isFirst: isFirst, isLast: isLast)
            ? [byte] : [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }

    /// A blank at a line's end would be lost (rule 3), and so might be what some relays see a sign in at the
    /// start of one: a dot, the word From.
    private static func isPlain(_ byte: UInt8, isFirst: Bool, isLast: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: "="): false
        case Ascii.space: !isLast
        case UInt8(ascii: "."), UInt8(ascii: "F"): !isFirst
        default: 0x21...0x7E ~= byte
        }
    }

    private static let digits = Array("0123456789ABCDEF".utf8)
}
