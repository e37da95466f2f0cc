import Synchronization

/// Counts the commits of a process, for whoever keeps what was read between two of them.
///
/// The writer's thread alone counts. What it commits becomes visible between the log's sync and the end of the
/// commit; as long as the disk works on the sync, everybody still sees the state before.
final class CommitCount: Sendable {
    /// Odd while nobody can tell who sees the next state already.
    private let steps = Atomic<Int>(0)

    /// The log was synced: from now on others may see what is committed.
    func mayShow() {
        let count = steps.load(ordering: .relaxed)
        if count.isMultiple(of: 2) { steps.store(count + 1, ordering: .sequentiallyConsistent) }
    }

    /// A commit is over, or may have been: everybody sees the same from now on, and perhaps another state than before.
    func settle() {
        let count = steps.load(ordering: .relaxed)
        let next = count.isMultiple(of: 2) ? count + 2 : count + 1
        steps.store(next, ordering: .sequentiallyConsistent)
    }

    /// The number of the state that everybody sees, nil where that may be one of two.
    var settled: Int? {
        let count = steps.load(ordering: .sequentiallyConsistent)
        return count.isMultiple(of: 2) ? count : nil
    }
}
