/// Comma-separated field values (RFC 9110 section 5.6.1).
package enum FieldList {
    /// Whether the list has this member, case ignored and parameters left aside.
    package static func contains(_ list: ArraySlice<UInt8>, _ member: String) -> Bool {
        for piece in list.split(separator: UInt8(ascii: ",")) {
            let word = trimmed(piece.prefix { $0 != UInt8(ascii: ";") })
            if Ascii.equalIgnoringCase(word.span, member) { return true }
        }
        return false
    }

    /// A slice without the blanks around it.
    package static func trimmed(_ piece: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var piece = piece
        while let first = piece.first, isBlank(first) { piece.removeFirst() }
        while let last = piece.last, isBlank(last) { piece.removeLast() }
        return piece
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == Ascii.space || byte == Ascii.tab
    }
}
