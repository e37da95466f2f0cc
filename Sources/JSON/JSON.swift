/// A JSON value (RFC 8259), numbers without loss.
///
/// Whole numbers that fit are `Int64`; any other keeps its text until somebody asks for its value,
/// so that 25.10 is never 25.099999. Members keep their order.
package enum JSON: Sendable, Equatable {
    case null
    case bool(Bool)
    case integer(Int64)
    case decimal(NumberText)
    case string(String)
    case array([JSON])
    case object([Member])

    /// A name and its value within an object.
    package struct Member: Sendable, Equatable {
        package var name: String
        package var value: JSON

        package init(_ name: String, _ value: JSON) {
            self.name = name
            self.value = value
        }
    }

    /// The value of an object's member; nil if there is none, or this isn't an object.
    package subscript(name: String) -> JSON? {
        guard case .object(let members) = self else { return nil }
        return members.first { $0.name.hasSameBytes(as: name) }?.value
    }
}

extension String {
    /// Whether both are the same bytes, as RFC 8259 section 8.3 compares names, and databases texts.
    ///
    /// `==` would also take "é" for "e" and a combining accent.
    package func hasSameBytes(as other: String) -> Bool {
        // Most differ in their length, which is asked for at no cost.
        guard utf8.count == other.utf8.count else { return false }
        let (mine, its) = (utf8Span.span, other.utf8Span.span)
        for index in mine.indices where mine[index] != its[index] { return false }
        return true
    }
}
