import HTTP
import Synchronization

/// Counts the connections of all loops together, in all and by address, and keeps them within limits.
final class ConnectionGate: Sendable {
    private struct Counts {
        var all = 0
        var byAddress: [IPAddress: Int] = [:]
    }

    private let counts = Mutex(Counts())
    private let limit: Int
    private let limitPerAddress: Int

    init(_ limits: ServerLimits) {
        limit = limits.connections
        limitPerAddress = limits.connectionsPerAddress
    }

    /// Lets one more connection in, or says which limit it would break.
    func enter(_ address: IPAddress) -> Statistics.Refusal? {
        let key = address.limitKey
        return counts.withLock { counts in
            guard counts.all < limit else { return .connections }
            let own = counts.byAddress[key, default: 0]
            guard own < limitPerAddress else { return .connectionsPerAddress }
            counts.all += 1
            counts.byAddress[key] = own + 1
            return nil
        }
    }

    func leave(_ address: IPAddress) {
        let key = address.limitKey
        counts.withLock { counts in
            counts.all -= 1
            let own = counts.byAddress[key, default: 1] - 1
            counts.byAddress[key] = own > 0 ? own : nil
        }
    }
}
