extension JSONWriter {
    /// A string. One that needs no escape is copied in one go, and most are like that.
    ///
    /// Escaped is what RFC 8259 section 7 demands: the quote, the backslash, control characters.
    /// The rest passes as UTF-8; whoever puts JSON into a page escapes for that page.
    package mutating func string(_ value: String) {
        bytes.append(UInt8(ascii: "\""))
        let start = bytes.count
        bytes.append(contentsOf: value.utf8)
        if bytes.span.extracting(start...).needsEscapes {
            bytes.removeSubrange(start...)
            appendEscaped(value)
        }
        bytes.append(UInt8(ascii: "\""))
    }

    private mutating func appendEscaped(_ value: String) {
        for byte in value.utf8 {
            if byte.needsEscape {
                appendEscape(of: byte)
            } else {
                bytes.append(byte)
            }
        }
    }

    private mutating func appendEscape(of byte: UInt8) {
        bytes.append(UInt8(ascii: "\\"))
        switch byte {
        case 0x08: bytes.append(UInt8(ascii: "b"))
        case 0x09: bytes.append(UInt8(ascii: "t"))
        case 0x0A: bytes.append(UInt8(ascii: "n"))
        case 0x0C: bytes.append(UInt8(ascii: "f"))
        case 0x0D: bytes.append(UInt8(ascii: "r"))
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
        default:
            bytes.append(contentsOf: "u00".utf8)
            bytes.append(Self.hexadecimalDigits[Int(byte >> 4)])
            bytes.append(Self.hexadecimalDigits[Int(byte & 0xF)])
        }
    }

    private static let hexadecimalDigits = Array("0123456789abcdef".utf8)
}

extension UInt8 {
    fileprivate var needsEscape: Bool {
        self < 0x20 || self == UInt8(ascii: "\"") || self == UInt8(ascii: "\\")
    }
}

extension Span<UInt8> {
    /// Looks at every byte without leaving early: so the compiler can look at sixteen at a time.
    fileprivate var needsEscapes: Bool {
        var found = false
        for index in indices { found = self[index].needsEscape || found }
        return found
    }
}
