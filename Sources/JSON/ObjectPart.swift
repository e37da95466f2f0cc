/// A part of what was read, whatever its type.
package final class ObjectPart<Part> {
    let part: Part

    package init(_ part: Part) {
        self.part = part
    }
}
