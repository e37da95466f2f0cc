/// Why some bytes are no JSON document, and where.
package struct MalformedJSON: Error, Equatable, Sendable, CustomStringConvertible {
    /// How many bytes come before the place that can't be read.
    package let offset: Int
    /// A sentence for the sender of the bytes.
    package let reason: String

    package init(offset: Int, reason: String) {
        self.offset = offset
        self.reason = reason
    }

    package var description: String { "\(reason) (byte \(offset))" }
}
