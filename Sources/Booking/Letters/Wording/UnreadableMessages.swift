/// A file of messages that isn't what it should be.
struct UnreadableMessages: Error, CustomStringConvertible {
    let language: String
    let reason: String

    var description: String { "the messages in \(language) can't be read: \(reason)" }
}
