/// Percent-encoding (RFC 3986 section 2.1), undone once and in this place only.
package enum PercentCoding {
    /// The decoded text, or nil where an escape is broken, a NUL comes out or the result is no UTF-8.
    /// In a query a plus stands for a blank, as forms write it.
    package static func decode(_ bytes: ArraySlice<UInt8>, plusIsBlank: Bool = false) -> String? {
        guard hasEscapes(bytes, plusIsBlank) else { return text(bytes.span) }
        var decoded: [UInt8] = []
        decoded.reserveCapacity(bytes.count)
        var index = bytes.startIndex
        while index < bytes.endIndex {
            let byte = bytes[index]
            if byte == UInt8(ascii: "%") {
                guard index + 2 < bytes.endIndex, let high = Ascii.hexValue(bytes[index + 1]),
                    let low = Ascii.hexValue(bytes[index + 2])
                else { return nil }
                decoded.append(high << 4 | low)
                index += 3
            } else {
                decoded.append(plusIsBlank && byte == UInt8(ascii: "+") ? Ascii.space : byte)
                index += 1
            }
        }
        guard !decoded.contains(0) else { return nil }
        return text(decoded.span)
    }

    private static func text(_ bytes: Span<UInt8>) -> String? {
        guard let text = try? UTF8Span(validating: bytes) else { return nil }
        return String(copying: text)
    }

    /// Whether the bytes are not their own text already, as nearly all are.
    private static func hasEscapes(_ bytes: ArraySlice<UInt8>, _ plusIsBlank: Bool) -> Bool {
        let bytes = bytes.span
        var found = false
        for index in bytes.indices {
            let byte = bytes[index]
            found =
                found || byte == UInt8(ascii: "%") || byte == 0
                || plusIsBlank && byte == UInt8(ascii: "+")
        }
        return found
    }

    /// Text as one path segment or query value: everything but unreserved characters is escaped.
    package static func encode(_ text: String) -> String {
        var encoded: [UInt8] = []
        for byte in text.utf8 {
            if isUnreserved(byte) {
                encoded.append(byte)
            } else {
                encoded += [UInt8(ascii: "%"), hexDigit(byte >> 4), hexDigit(byte & 15)]
            }
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
        default: Ascii.isDigit(byte)
        }
    }

    private static func hexDigit(_ value: UInt8) -> UInt8 {
        value < 10 ? 0x30 + value : 0x41 + value - 10
    }
}
