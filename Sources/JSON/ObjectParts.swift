/// The parts of an object in the order of its fields, taken one after the other.
struct ObjectParts {
    private var parts: [AnyObject?]
    private var index = 0

    init(_ parts: [AnyObject?]) {
        self.parts = parts
    }

    /// The next one; its type is that of its field.
    mutating func next<Part>(_ type: Part.Type) throws(Unreadable) -> Part {
        defer { index += 1 }
        guard let part = parts[index] as? ObjectPart<Part> else { throw Unreadable() }
        return part.part
    }
}
