import Synchronization

/// What the writer counts. Times are in microseconds.
package final class DatabaseStatistics: Sendable {
    /// From half a millisecond, the time of a sync of a good disk, to where clients give up.
    private static let times = [
        500, 1_000, 2_500, 5_000, 10_000, 25_000, 50_000, 100_000, 250_000, 1_000_000, 10_000_000,
    ]

    /// How long writes waited before they began.
    package let waits = Buckets(times)
    /// How many writes a commit took along.
    package let groups = Buckets([1, 2, 4, 8, 16, 32, 64, 128])
    /// How long commits took, their sync included.
    package let commits = Buckets(times)
    /// How long moving the log into the database file took.
    package let checkpoints = Buckets(times)

    private let syncs = Atomic<Int>(0)
    private let syncTime = Atomic<Int>(0)
    private let log = Atomic<Int>(0)

    /// How often the log was synced, and for how long in all.
    package var syncCount: Int { syncs.load(ordering: .relaxed) }
    package var syncMicroseconds: Int { syncTime.load(ordering: .relaxed) }
    /// The size of the log's part that is in use.
    package var logBytes: Int { log.load(ordering: .relaxed) }

    func setSyncs(_ count: Int, microseconds: Int) {
        syncs.store(count, ordering: .relaxed)
        syncTime.store(microseconds, ordering: .relaxed)
    }

    func setLog(_ bytes: Int) {
        log.store(bytes, ordering: .relaxed)
    }
}
