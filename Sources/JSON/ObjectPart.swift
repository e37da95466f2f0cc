/// A part of an object that was read, whatever its type.
final class ObjectPart<Part> {
    let part: Part

    init(_ part: Part) {
        self.part = part
    }
}
