import HTTP
import Synchronization

/// The connection of a request that came over no wire. It keeps the time limit as a server does.
final class MemoryExchange: Exchange {
    let peer = IPAddress(v4: 0x7F00_0001)
    private let state = Mutex(State())

    private struct State {
        var cancel: (@Sendable () -> Void)?
        var limit: Duration?
        var end: ContinuousClock.Instant?
        var isOutOfTime = false
    }

    /// Ten seconds where nobody set a limit, as a server gives by default.
    var timeLeft: Duration {
        guard let end = state.withLock({ $0.end }) else { return .seconds(10) }
        return max(.zero, end - .now)
    }

    var isOutOfTime: Bool { state.withLock { $0.isOutOfTime } }

    /// The work has begun; so can it be ended.
    func begin(cancel: @escaping @Sendable () -> Void) {
        state.withLock { $0.cancel = cancel }
        if let limit = state.withLock({ $0.limit }) { end(in: limit) }
    }

    func limitTime(to limit: Duration) {
        let hasBegun = state.withLock { state in
            state.limit = limit
            return state.cancel != nil
        }
        if hasBegun { end(in: limit) }
    }

    private func end(in limit: Duration) {
        state.withLock { $0.end = .now + limit }
        Task {
            try await Task.sleep(for: limit)
            let cancel = state.withLock { state in
                state.isOutOfTime = true
                return state.cancel
            }
            cancel?()
        }
    }
}
