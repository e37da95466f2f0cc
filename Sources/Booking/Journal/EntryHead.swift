import Time

/// What every entry has beside its payload.
package struct EntryHead: Equatable, Sendable {
    /// Its place in the order of all commits, from 1 without gaps.
    package let seq: Int
    /// What it happened to.
    package let id: String
    /// The how-manieth entry of its stream it is.
    package let version: Int
    /// The account that did it; nil when the server itself did.
    package let actor: String?
    package let at: Instant
}
