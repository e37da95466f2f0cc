/// A member's name as the writer puts it down, `"name":`, made once and used for every object.
package struct JSONKey: Sendable {
    /// With the comma in front that the first member of an object goes without.
    let later: [UInt8]

    package init(_ name: String) {
        var writer = JSONWriter()
        writer.key(name)
        later = [UInt8(ascii: ",")] + writer.bytes
    }
}
