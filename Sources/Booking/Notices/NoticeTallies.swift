import Synchronization

/// How often each channel was tried, and with what success.
final class NoticeTallies: Sendable {
    struct Key: Hashable {
        let channel: String
        let outcome: String
    }

    private let counts = Mutex<[Key: Int]>([:])

    func add(_ outcome: Outcome, of channel: String) {
        counts.withLock { $0[Key(channel: channel, outcome: outcome.name), default: 0] += 1 }
    }

    var all: [(key: Key, count: Int)] {
        counts.withLock { $0.map { ($0.key, $0.value) } }
            .sorted { ($0.0.channel, $0.0.outcome) < ($1.0.channel, $1.0.outcome) }
    }
}
