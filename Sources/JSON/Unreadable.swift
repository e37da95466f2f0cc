/// A part that could not be read: its faults are told already.
package struct Unreadable: Error {
    /// The part, if it could be read.
    package static func unwrap<Part>(_ part: Part?) throws(Unreadable) -> Part {
        guard let part else { throw Unreadable() }
        return part
    }
}
