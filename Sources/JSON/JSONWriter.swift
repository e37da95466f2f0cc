/// Writes JSON as bytes, without blanks.
///
/// Containers take closures, so that none stays open, and the writer sets the commas:
/// ```
/// writer.object { object in
///     object.key("id")
///     object.string(id)
/// }
/// ```
package struct JSONWriter: ~Copyable {
    var out: ByteBuffer
    /// Whether the next key or element is the first in its container. One flag is enough: a
    /// container that has just been closed was something in the one around it.
    private var isFirst = true

    package init(reserving capacity: Int = 0) {
        out = ByteBuffer(capacity: capacity)
    }

    /// What was written so far.
    package var bytes: [UInt8] { out.bytes }

    /// Bytes that are JSON already, or a part of it.
    package mutating func append(written bytes: Span<UInt8>) {
        out.append(bytes)
    }

    package mutating func object(_ members: (inout JSONWriter) -> Void) {
        out.append(UInt8(ascii: "{"))
        isFirst = true
        members(&self)
        isFirst = false
        out.append(UInt8(ascii: "}"))
    }

    package mutating func array(_ elements: (inout JSONWriter) -> Void) {
        out.append(UInt8(ascii: "["))
        isFirst = true
        elements(&self)
        isFirst = false
        out.append(UInt8(ascii: "]"))
    }

    /// Comes before each element of an array.
    package mutating func element() {
        if !isFirst { out.append(UInt8(ascii: ",")) }
        isFirst = false
    }

    /// Comes before each value of an object.
    package mutating func key(_ name: String) {
        element()
        string(name)
        out.append(UInt8(ascii: ":"))
    }

    /// A key that was escaped beforehand.
    package mutating func key(_ key: JSONKey) {
        if isFirst {
            out.append(key.later.span.extracting(1...))
        } else {
            out.append(key.later.span)
        }
        isFirst = false
    }

    package mutating func null() {
        out.append("null".utf8Span.span)
    }

    package mutating func bool(_ value: Bool) {
        out.append((value ? "true" : "false").utf8Span.span)
    }
}
