/// The canonical text of a UUID (RFC 9562 section 4): 8-4-4-4-12 hexadecimal digits.
enum UUIDText {
    static func isCanonical(_ text: String) -> Bool {
        let bytes = text.utf8Span.span
        guard bytes.count == 36 else { return false }
        for index in bytes.indices {
            let isHyphen = bytes[index] == UInt8(ascii: "-")
            switch index {
            case 8, 13, 18, 23: guard isHyphen else { return false }
            default: guard bytes[index].isHexadecimalDigit else { return false }
            }
        }
        return true
    }
}

extension UInt8 {
    fileprivate var isHexadecimalDigit: Bool {
        isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self | 0x20)
    }
}
