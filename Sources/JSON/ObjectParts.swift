/// What was read of fields or parameters, in their order, taken one after the other.
package struct ObjectParts {
    private var parts: [(any ObjectPart)?]
    private var index = 0

    package init(_ parts: [(any ObjectPart)?]) {
        self.parts = parts
    }

    /// The next one; its type is that of its field.
    package mutating func next<Part>(_ type: Part.Type) throws(Unreadable) -> Part {
        defer { index += 1 }
        guard let part = parts[index] else { throw Unreadable() }
        return try part.part(as: type)
    }
}
