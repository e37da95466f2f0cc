/// A part of what was read, whatever its type.
package protocol ObjectPart: AnyObject, Sendable {
    /// The part as the type that its field has. It is handed that type, and need not look it up.
    func part<Part>(as type: Part.Type) throws(Unreadable) -> Part
}
