/// A statement of SQL with the values it is run with.
///
/// It is written as a literal. What is interpolated is bound, never spliced in, and the text around it
/// has to be known when the program is compiled, so nothing that came from outside can become SQL:
///
///     let sql: SQL = "select id from session where host = \(name) and \(free)"
///
/// Another `SQL` may be interpolated too: then its text and its values take their place.
package struct SQL: ExpressibleByStringInterpolation, Sendable {
    /// The text in pieces, of which those for values are `?`.
    private(set) var pieces: [StaticString]
    private(set) var values: [SQLValue]
    /// Tells statements apart by where their pieces stand in memory, which is cheaper than by text.
    private(set) var fingerprint: UInt64

    package init(stringLiteral text: StaticString) {
        self.init(stringInterpolation: Interpolation(text))
    }

    package init(stringInterpolation parts: Interpolation) {
        pieces = parts.pieces
        values = parts.values
        fingerprint = parts.fingerprint
    }

    package struct Interpolation: StringInterpolationProtocol {
        fileprivate var pieces: [StaticString] = []
        fileprivate var values: [SQLValue] = []
        fileprivate var fingerprint: UInt64 = 0

        fileprivate init(_ text: StaticString) {
            appendLiteral(text)
        }

        package init(literalCapacity: Int, interpolationCount: Int) {
            pieces.reserveCapacity(2 * interpolationCount + 1)
            values.reserveCapacity(interpolationCount)
        }

        package mutating func appendLiteral(_ literal: StaticString) {
            guard literal.utf8CodeUnitCount > 0 else { return }
            pieces.append(literal)
            // Fibonacci hashing of addresses; equal fingerprints are compared piece by piece.
            fingerprint = (fingerprint ^ literal.place) &* 0x9E37_79B9_7F4A_7C15
            fingerprint ^= fingerprint >> 32
        }

        package mutating func appendInterpolation(_ value: some Bindable) {
            appendLiteral(SQL.placeholder)
            values.append(value.bound)
        }

        package mutating func appendInterpolation(_ value: (some Bindable)?) {
            appendLiteral(SQL.placeholder)
            values.append(value?.bound ?? .null)
        }

        package mutating func appendInterpolation(_ part: SQL) {
            for piece in part.pieces { appendLiteral(piece) }
            values += part.values
        }
    }

    private static let placeholder: StaticString = "?"

    /// Parts one behind the other, with a separator between them: `in (\(SQL.list(ids)))`.
    package static func joined(_ parts: [SQL], by separator: SQL) -> SQL {
        var all = Interpolation(literalCapacity: 0, interpolationCount: parts.count)
        for (index, part) in parts.enumerated() {
            if index > 0 { all.appendInterpolation(separator) }
            all.appendInterpolation(part)
        }
        return SQL(stringInterpolation: all)
    }

    /// Values with commas between them.
    package static func list(_ values: [some Bindable]) -> SQL {
        joined(values.map { "\($0)" }, by: ", ")
    }

    /// The whole text, with a `?` for each value.
    package var text: String {
        pieces.reduce(into: "") { $0 += $1.description }
    }
}

extension StaticString {
    /// Where the literal stands in memory; a single scalar, which stands nowhere, is its own place.
    var place: UInt64 {
        hasPointerRepresentation
            ? UInt64(UInt(bitPattern: utf8Start)) : UInt64(unicodeScalar.value)
    }
}
