/// What every client owes under every rate limit, in a fixed amount of memory.
///
/// A full table forgets clients who owe little before those who owe much: a flood from many addresses
/// costs no memory, and it washes away the great debts last.
package final class RateTable: Sendable {
    /// Loops that count at the same time seldom want the same lock.
    private static let shardCount: UInt64 = 16

    private let shards: [RateShard]

    /// Room for at least so many clients; 65,536 take 1 MiB.
    package init(clients: Int = 65_536) {
        let sets = max(1, (clients + 127) / 128)
        shards = (0..<RateTable.shardCount).map { _ in RateShard(sets: sets) }
    }

    func take(_ key: RateKey, _ rule: RateRule, now: Int64) -> RateDecision {
        shard(key).take(key, rule, now: now)
    }

    func giveBack(_ key: RateKey, _ rule: RateRule) {
        shard(key).giveBack(key, rule)
    }

    private func shard(_ key: RateKey) -> RateShard {
        shards[Int(key.hash % RateTable.shardCount)]
    }
}
