/// Why a file can't be imported, and where.
package struct ImportError: Error, Equatable, CustomStringConvertible {
    /// Counted from one; nil where it is about the whole file.
    package let line: Int?
    /// A sentence without its full stop, for whoever made the file.
    package let reason: String

    package var description: String { line.map { "line \($0): \(reason)" } ?? reason }
}
