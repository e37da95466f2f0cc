/// Why a journal can't be replayed.
package enum ReplayFailure: Error, CustomStringConvertible {
    /// An entry is missing.
    case gap(after: Int, next: Int)
    /// An entry can't be understood or applied, and this is what it is or can't.
    case entry(JournalEntry, String)
    case brokenReference(BrokenReference)
    /// Tables that a replay makes and others hang together in a way that it would damage.
    case entangled(String)

    package var description: String {
        switch self {
        case .gap(let after, let next):
            "the journal has no entry \(after + 1): behind \(after) comes \(next)"
        case .entry(let entry, let what): "entry \(entry.seq) (\(entry.kind)) \(what)"
        case .brokenReference(let broken): "after the last entry, \(broken)"
        case .entangled(let how): how
        }
    }
}
