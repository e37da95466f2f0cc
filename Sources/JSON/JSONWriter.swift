/// Writes JSON as bytes, without blanks.
///
/// Containers take closures, so that none stays open, and the writer sets the commas:
/// ```
/// writer.object { object in
///     object.key("id")
///     object.string(id)
/// }
/// ```
package struct JSONWriter {
    package var bytes: [UInt8]
    /// Whether the next key or element is the first in its container. One flag is enough: a
    /// container that has just been closed was something in the one around it.
    private var isFirst = true

    package init(reserving capacity: Int = 0) {
        bytes = []
        bytes.reserveCapacity(capacity)
    }

    package mutating func object(_ members: (inout JSONWriter) -> Void) {
        bytes.append(UInt8(ascii: "{"))
        isFirst = true
        members(&self)
        isFirst = false
        bytes.append(UInt8(ascii: "}"))
    }

    package mutating func array(_ elements: (inout JSONWriter) -> Void) {
        bytes.append(UInt8(ascii: "["))
        isFirst = true
        elements(&self)
        isFirst = false
        bytes.append(UInt8(ascii: "]"))
    }

    /// Comes before each element of an array.
    package mutating func element() {
        if !isFirst { bytes.append(UInt8(ascii: ",")) }
        isFirst = false
    }

    /// Comes before each value of an object.
    package mutating func key(_ name: String) {
        element()
        string(name)
        bytes.append(UInt8(ascii: ":"))
    }

    /// A key that was escaped beforehand.
    package mutating func key(_ key: JSONKey) {
        if isFirst {
            bytes.append(contentsOf: key.first)
        } else {
            bytes.append(contentsOf: key.later)
        }
        isFirst = false
    }

    package mutating func null() {
        bytes.append(contentsOf: "null".utf8)
    }

    package mutating func bool(_ value: Bool) {
        bytes.append(contentsOf: (value ? "true" : "false").utf8)
    }
}
