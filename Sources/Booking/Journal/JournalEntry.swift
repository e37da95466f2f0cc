import Time

/// An entry of the journal, as it stands there.
package struct JournalEntry: Sendable {
    package let seq: Int
    /// What it happened to: `booking/ID`.
    package let stream: String
    /// The how-manieth entry of its stream it is.
    package let version: Int
    package let kind: String
    /// JSON, as its kind's schema wrote it.
    package let data: String
    /// The account that did it; nil when the server itself did.
    package let actor: String?
    package let at: Instant
}
