/// `Name: value`, the grammar of one field line (RFC 9112 section 5).
enum FieldLine {
    /// Where name and value lie, counted from `origin`.
    static func parse(
        _ bytes: Span<UInt8>, _ line: Range<Int>, origin: Int
    ) throws(Refusal) -> RequestFields.Line {
        var colon = line.lowerBound
        while colon < line.upperBound, Ascii.isToken(bytes[colon]) { colon += 1 }
        guard colon < line.upperBound, bytes[colon] == UInt8(ascii: ":") else {
            throw fault(bytes[line.lowerBound])
        }
        let name = bytes.extracting(line.lowerBound..<colon)
        // A tag holds eight bits of length: longer names are no header that anybody sends.
        guard !name.isEmpty, name.count <= 255 else {
            throw .malformed("A field's name is empty or too long.")
        }
        var start = colon + 1
        var end = line.upperBound
        while start < end, isBlank(bytes[start]) { start += 1 }
        while end > start, isBlank(bytes[end - 1]) { end -= 1 }
        return RequestFields.Line(
            name: UInt16(truncatingIfNeeded: line.lowerBound - origin),
            tag: FieldName.tag(name),
            value: UInt16(truncatingIfNeeded: start - origin),
            end: UInt16(truncatingIfNeeded: end - origin))
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == Ascii.space || byte == Ascii.tab
    }

    private static func fault(_ first: UInt8) -> Refusal {
        isBlank(first)
            ? .malformed("A field line is folded or begins with a blank (RFC 9112 section 5.2).")
            : .malformed(
                "A field line is not a name, a colon and a value, without a blank between.")
    }
}
