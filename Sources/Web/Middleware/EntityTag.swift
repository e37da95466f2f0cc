import HTTP

/// The comparison of entity tags (RFC 9110 section 8.8.3), on values as they stand in fields:
/// `"v5"` or `W/"v5"`.
package enum EntityTag {
    package enum Comparison {
        /// The same bytes; a weak tag equals nothing. What `If-Match` asks for.
        case strong
        /// The same in meaning. What `If-None-Match` asks for.
        case weak
    }

    /// What a strong tag of a compressed answer ends with: two representations, two tags.
    static let gzipSuffix = Array("-gzip".utf8)

    /// Whether a list such as `W/"a", "b"` or `*` has this tag. A tag that was given out with the
    /// compressed form counts as the resource's own.
    package static func list(
        _ list: ArraySlice<UInt8>, contains tag: [UInt8], by comparison: Comparison
    ) -> Bool {
        guard let wanted = first(of: tag[...]) else { return false }
        if isStar(list) { return true }
        var rest = list
        while let member = first(of: rest) {
            if matches(member, wanted, comparison) { return true }
            rest = member.rest
        }
        return false
    }

    private static func matches(_ a: Parsed, _ b: Parsed, _ comparison: Comparison) -> Bool {
        if comparison == .strong, a.isWeak || b.isWeak { return false }
        return a.opaque.elementsEqual(b.opaque)
    }

    private struct Parsed {
        let isWeak: Bool
        /// What stands between the quotes, without the suffix of compression.
        let opaque: ArraySlice<UInt8>
        /// What follows the tag in the list.
        let rest: ArraySlice<UInt8>
    }

    /// The first tag of a list; nil at its end and at what is no tag.
    private static func first(of list: ArraySlice<UInt8>) -> Parsed? {
        var bytes = list.drop(while: isSeparator)
        let isWeak = bytes.starts(with: "W/".utf8)
        if isWeak { bytes = bytes.dropFirst(2) }
        let quote = UInt8(ascii: "\"")
        guard bytes.first == quote, let end = bytes.dropFirst().firstIndex(of: quote) else {
            return nil
        }
        var opaque = bytes[(bytes.startIndex + 1)..<end]
        if !isWeak, opaque.suffix(gzipSuffix.count).elementsEqual(gzipSuffix) {
            opaque = opaque.dropLast(gzipSuffix.count)
        }
        return Parsed(isWeak: isWeak, opaque: opaque, rest: bytes[(end + 1)...])
    }

    private static func isStar(_ list: ArraySlice<UInt8>) -> Bool {
        FieldList.trimmed(list).elementsEqual("*".utf8)
    }

    private static func isSeparator(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
    }
}
