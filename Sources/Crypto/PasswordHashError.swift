/// A hash that could not be worked out: there was no memory for it, or a library refuses its function.
package struct PasswordHashError: Error, Equatable, CustomStringConvertible {
    package let call: String
    package let reason: String

    package var description: String { "\(call): \(reason)" }
}
