/// What somebody waits for in the journal.
package enum JournalInterest: Sendable {
    case everything
    /// What happens to one thing.
    case stream(String)
    /// What is of these kinds, or that there are so many more entries, whatever they tell of: who looks at a
    /// few of them is left alone by the rest, and never falls far behind.
    case kinds(Set<String>, orEntries: Int)

    init(of stream: String?) {
        self = stream.map { .stream($0) } ?? .everything
    }

    var stream: String? {
        if case .stream(let stream) = self { return stream }
        return nil
    }
}
