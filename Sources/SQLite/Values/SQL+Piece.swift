extension SQL {
    /// A part of a statement: text that is known when the program is compiled, or a value.
    enum Piece: Sendable {
        case text(StaticString)
        case value(SQLValue)
    }
}

extension SQL.Piece {
    var text: String {
        switch self {
        case .text(let text): text.description
        case .value: "?"
        }
    }

    var value: SQLValue? {
        switch self {
        case .text: nil
        case .value(let value): value
        }
    }

    /// Where the text stands in memory, and nowhere for values. Two literals that stand at one place, as the
    /// compiler lets those do that are the same, are as long as each other: each ends with a null.
    var place: UInt64 {
        switch self {
        case .text(let text): text.place
        case .value: 0
        }
    }
}

extension StaticString {
    /// Where the literal stands in memory; a single scalar, which stands nowhere, is its own place.
    fileprivate var place: UInt64 {
        hasPointerRepresentation
            ? UInt64(UInt(bitPattern: utf8Start)) : UInt64(unicodeScalar.value)
    }
}
