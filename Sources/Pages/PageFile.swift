import CPages

/// A file that browsers are given: HTML, a style, a script, a picture.
package struct PageFile: Sendable {
    /// Without folders.
    package let name: String
    package let bytes: [UInt8]

    /// All there are, from the binary itself.
    package static let embedded = UnsafeBufferPointer(start: cpages(), count: cpages_count()).map {
        file in
        PageFile(
            name: String(cString: file.name),
            bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.size)))
    }
}
