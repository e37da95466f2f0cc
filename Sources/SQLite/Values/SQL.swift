import Time

/// A statement of SQL with the values it is run with.
///
/// It is written as a literal. What is interpolated is bound, never spliced in, and the text around it
/// has to be known when the program is compiled, so nothing that came from outside can become SQL:
///
///     let sql: SQL = "select id from session where host = \(name) and \(free)"
///
/// Another `SQL` may be interpolated too: then its text and its values take their place.
package struct SQL: ExpressibleByStringInterpolation, Hashable, Sendable {
    /// Text and values in the order in which they were written.
    private(set) var pieces: [Piece]
    /// Tells statements apart by where their texts stand in memory, which is cheaper than by what they say.
    private(set) var fingerprint: UInt64

    init(pieces: [Piece], fingerprint: UInt64) {
        self.pieces = pieces
        self.fingerprint = fingerprint
    }

    package init(stringLiteral text: StaticString) {
        self.init(stringInterpolation: Interpolation(text))
    }

    package init(stringInterpolation parts: Interpolation) {
        self.init(pieces: parts.pieces, fingerprint: parts.fingerprint)
    }

    package struct Interpolation: StringInterpolationProtocol {
        fileprivate var pieces: [Piece] = []
        fileprivate var fingerprint: UInt64 = 0

        fileprivate init(_ text: StaticString) {
            appendLiteral(text)
        }

        package init(literalCapacity: Int, interpolationCount: Int) {
            pieces.reserveCapacity(2 * interpolationCount + 1)
        }

        package mutating func appendLiteral(_ literal: StaticString) {
            guard literal.utf8CodeUnitCount > 0 else { return }
            append(.text(literal))
        }

        package mutating func appendInterpolation(_ value: some Bindable) {
            append(.value(value.bound))
        }

        package mutating func appendInterpolation(_ value: (some Bindable)?) {
            append(.value(value?.bound ?? .null))
        }

        package mutating func appendInterpolation(_ part: SQL) {
            for piece in part.pieces { append(piece) }
        }

        fileprivate mutating func append(_ piece: Piece) {
            pieces.append(piece)
            // Fibonacci hashing of addresses; equal fingerprints are compared piece by piece.
            fingerprint = (fingerprint ^ piece.place) &* 0x9E37_79B9_7F4A_7C15
            fingerprint ^= fingerprint >> 32
        }
    }

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
        pieces.reduce(into: "") { $0 += $1.text }
    }

    /// The values in their order.
    var values: [SQLValue] { pieces.compactMap(\.value) }
}

/// Most values are one of these. Code for any type takes five times as long to append one.
extension SQL.Interpolation {
    package mutating func appendInterpolation(_ value: String) {
        append(.value(value.bound))
    }

    package mutating func appendInterpolation(_ value: String?) {
        append(.value(value?.bound ?? .null))
    }

    package mutating func appendInterpolation(_ value: Int) {
        append(.value(value.bound))
    }

    package mutating func appendInterpolation(_ value: Int?) {
        append(.value(value?.bound ?? .null))
    }

    package mutating func appendInterpolation(_ value: Instant) {
        append(.value(value.bound))
    }

    package mutating func appendInterpolation(_ value: Instant?) {
        append(.value(value?.bound ?? .null))
    }
}

extension SQL {
    /// Whether the text is the same, whatever the values.
    func hasSameText(as other: SQL) -> Bool {
        guard fingerprint == other.fingerprint, pieces.count == other.pieces.count else {
            return false
        }
        for index in pieces.indices where pieces[index].place != other.pieces[index].place {
            return false
        }
        return true
    }

    /// The same statement without what it was run with, to be kept.
    var withoutValues: SQL {
        var copy = self
        for index in copy.pieces.indices where copy.pieces[index].value != nil {
            copy.pieces[index] = .value(.null)
        }
        return copy
    }

    package static func == (a: SQL, b: SQL) -> Bool {
        a.hasSameText(as: b) && a.values == b.values
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(fingerprint)
        hasher.combine(values)
    }
}
