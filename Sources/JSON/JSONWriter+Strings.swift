extension JSONWriter {
    /// A string. One that needs no escape is copied in one go, and most are like that.
    ///
    /// Escaped is what RFC 8259 section 7 demands: the quote, the backslash, control characters.
    /// The rest passes as UTF-8; whoever puts JSON into a page escapes for that page.
    package mutating func string(_ value: String) {
        if !out.appendPlain(value) { appendEscaped(value) }
    }

    private mutating func appendEscaped(_ value: String) {
        out.append(UInt8(ascii: "\""))
        for byte in value.utf8 {
            if byte.needsEscape {
                appendEscape(of: byte)
            } else {
                out.append(byte)
            }
        }
        out.append(UInt8(ascii: "\""))
    }

    private mutating func appendEscape(of byte: UInt8) {
        out.append(UInt8(ascii: "\\"))
        switch byte {
        case 0x08: out.append(UInt8(ascii: "b"))
        case 0x09: out.append(UInt8(ascii: "t"))
        case 0x0A: out.append(UInt8(ascii: "n"))
        case 0x0C: out.append(UInt8(ascii: "f"))
        case 0x0D: out.append(UInt8(ascii: "r"))
        case UInt8(ascii: "\""), UInt8(ascii: "\\"): out.append(byte)
        default:
            out.append("u00".utf8Span.span)
            out.append(Self.hexadecimalDigits[Int(byte >> 4)])
            out.append(Self.hexadecimalDigits[Int(byte & 0xF)])
        }
    }

    private static let hexadecimalDigits = Array("0123456789abcdef".utf8)
}
