/// What is wrong with a row of somebody's table of users: all of it at once.
package struct UserRowFaults: Error, Equatable, CustomStringConvertible {
    package let line: Int
    /// Each a sentence without its full stop, that names the column and shows nothing secret.
    package let sentences: [String]

    package var description: String {
        "line \(line): \(sentences.joined(separator: "; "))"
    }
}
