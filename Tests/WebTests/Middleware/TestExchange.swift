import HTTP
import Synchronization

/// The connection of a request that came over no wire.
final class TestExchange: Exchange {
    let peer: IPAddress
    private let state = Mutex(State())

    private struct State {
        var limit: Duration?
        var isOutOfTime = false
    }

    init(peer: IPAddress = IPAddress(v4: 0xC000_0201)) {
        self.peer = peer
    }

    /// What the time was limited to.
    var limit: Duration? { state.withLock { $0.limit } }

    var timeLeft: Duration { limit ?? .seconds(10) }

    var isOutOfTime: Bool { state.withLock { $0.isOutOfTime } }

    func limitTime(to limit: Duration) {
        state.withLock { $0.limit = limit }
    }

    func runOutOfTime() {
        state.withLock { $0.isOutOfTime = true }
    }
}
