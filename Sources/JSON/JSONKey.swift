/// A member's name as the writer puts it down, `"name":`, made once and used for every object.
package struct JSONKey: Sendable {
    let first: [UInt8]
    let later: [UInt8]

    package init(_ name: String) {
        var writer = JSONWriter()
        writer.key(name)
        first = writer.bytes
        later = [UInt8(ascii: ",")] + first
    }
}
