/// What is known of a history.
package enum Verdict: Equatable, Sendable {
    /// There is an order in which one after the other would have been told the same.
    case possible
    /// There is none.
    case impossible
    /// The search has ended before it knew.
    case undecided
}
