/// The parameters of a query, or of a form (`application/x-www-form-urlencoded`), in their order.
package struct Query: Sendable {
    package let pairs: [(name: String, value: String)]

    /// Nil where a name or a value is not validly encoded.
    package init?(_ bytes: ArraySlice<UInt8>?) {
        var pairs: [(name: String, value: String)] = []
        for piece in (bytes ?? []).split(separator: UInt8(ascii: "&")) {
            let equals = piece.firstIndex(of: UInt8(ascii: "=")) ?? piece.endIndex
            let rest = equals < piece.endIndex ? piece[(equals + 1)...] : []
            guard let name = PercentCoding.decode(piece[..<equals], plusIsBlank: true),
                let value = PercentCoding.decode(rest, plusIsBlank: true)
            else { return nil }
            pairs.append((name, value))
        }
        self.pairs = pairs
    }

    /// The first value under a name.
    package subscript(name: String) -> String? {
        pairs.first { $0.name == name }?.value
    }
}
