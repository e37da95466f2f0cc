/// A text that no log, no error and no dump shows.
struct Secret: Equatable, Sendable, CustomStringConvertible, CustomReflectable {
    /// The text itself. Whoever asks for it answers for where it goes.
    let text: String

    var description: String { "(secret)" }
    var customMirror: Mirror { Mirror(self, children: []) }
}
