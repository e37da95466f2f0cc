/// The grammar of a Host field: a name or an address, and perhaps a port (RFC 9110 section 7.2).
enum Host {
    static func isValid(_ bytes: Span<UInt8>) -> Bool {
        guard !bytes.isEmpty else { return false }
        if bytes[0] == UInt8(ascii: "[") { return isBracketed(bytes) }
        var index = 0
        while index < bytes.count, bytes[index] != UInt8(ascii: ":") {
            if bytes[index] == UInt8(ascii: "%") {
                guard isEscape(bytes, at: index) else { return false }
                index += 3
            } else {
                guard isNameCharacter(bytes[index]) else { return false }
                index += 1
            }
        }
        return index > 0 && isPort(bytes, from: index)
    }

    /// `[2001:db8::1]:8000`; what stands in the brackets is not looked up, so only its characters count.
    private static func isBracketed(_ bytes: Span<UInt8>) -> Bool {
        var index = 1
        while index < bytes.count, bytes[index] != UInt8(ascii: "]") {
            let byte = bytes[index]
            guard
                Ascii.hexValue(byte) != nil || byte == UInt8(ascii: ":")
                    || byte == UInt8(ascii: ".")
            else { return false }
            index += 1
        }
        return index > 1 && index < bytes.count && isPort(bytes, from: index + 1)
    }

    /// Nothing, or a colon and up to five digits.
    private static func isPort(_ bytes: Span<UInt8>, from start: Int) -> Bool {
        if start == bytes.count { return true }
        guard bytes[start] == UInt8(ascii: ":"), bytes.count - start <= 6 else { return false }
        for index in start + 1..<bytes.count where !Ascii.isDigit(bytes[index]) { return false }
        return true
    }

    private static func isEscape(_ bytes: Span<UInt8>, at index: Int) -> Bool {
        index + 2 < bytes.count && Ascii.hexValue(bytes[index + 1]) != nil
            && Ascii.hexValue(bytes[index + 2]) != nil
    }

    /// unreserved and sub-delims of RFC 3986 section 3.2.2.
    private static func isNameCharacter(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"), UInt8(ascii: "~"): true
        case UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "&"), UInt8(ascii: "'"): true
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "+"): true
        case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "="): true
        default: false
        }
    }
}
