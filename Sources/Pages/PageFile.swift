import CPages

/// A file that browsers are given: HTML, a style, a script, a picture.
package struct PageFile: Sendable {
    /// Without folders; of a document, from `docs` on.
    package let name: String
    package let bytes: [UInt8]

    /// What is in `pages`, from the binary itself.
    package static let embedded = files(cpages(), cpages_count())

    /// The texts of `docs` that people are shown, in Markdown.
    package static let documents = files(cdocuments(), cdocuments_count())

    private static func files(_ first: UnsafePointer<cpage>?, _ count: Int) -> [PageFile] {
        UnsafeBufferPointer(start: first, count: count).map { file in
            PageFile(
                name: String(cString: file.name),
                bytes: Array(UnsafeBufferPointer(start: file.bytes, count: file.size)))
        }
    }
}
