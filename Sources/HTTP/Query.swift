/// The parameters of a query, or of a form (`application/x-www-form-urlencoded`), in their order.
package struct Query: Sendable {
    package let pairs: [(name: String, value: String)]

    /// Nil where a name or a value is not validly encoded.
    package init?(_ bytes: ArraySlice<UInt8>?) {
        var pairs: [(name: String, value: String)] = []
        var rest = bytes ?? []
        while !rest.isEmpty {
            let end = rest.firstIndex(of: UInt8(ascii: "&")) ?? rest.endIndex
            let piece = rest[rest.startIndex..<end]
            rest = rest[min(end + 1, rest.endIndex)...]
            guard !piece.isEmpty else { continue }
            guard let pair = Query.pair(piece) else { return nil }
            pairs.append(pair)
        }
        self.pairs = pairs
    }

    private static func pair(_ piece: ArraySlice<UInt8>) -> (name: String, value: String)? {
        let equals = piece.firstIndex(of: UInt8(ascii: "=")) ?? piece.endIndex
        let value = piece[min(equals + 1, piece.endIndex)...]
        guard let name = PercentCoding.decode(piece[..<equals], plusIsBlank: true),
            let value = PercentCoding.decode(value, plusIsBlank: true)
        else { return nil }
        return (name, value)
    }

    /// The first value under a name.
    package subscript(name: String) -> String? {
        let wanted = name.utf8Span.span
        for pair in pairs where Query.equal(pair.name.utf8Span.span, wanted) { return pair.value }
        return nil
    }

    /// By bytes: a name that only looks the same, as Unicode has it, is another.
    private static func equal(_ name: Span<UInt8>, _ other: Span<UInt8>) -> Bool {
        guard name.count == other.count else { return false }
        for index in name.indices where name[index] != other[index] { return false }
        return true
    }
}
