import Synchronization

/// Who waits for entries, and is told as soon as one is on disk.
///
/// Whoever enlists first and reads then misses nothing: an entry was committed before the reading, which
/// finds it, or after, which tells the waiter.
package final class JournalWatch: Sendable {
    /// Who waits holds a connection and reads when told; more than these would all read at once.
    package static let most = 256

    fileprivate struct State {
        var isClosed = false
        var count = 0
        /// Those who wait for what may be of any stream.
        var ofAny: [JournalWaiter] = []
        var byStream: [String: [JournalWaiter]] = [:]
    }

    private let state = Mutex(State())

    package init() {}

    /// How many wait.
    package var count: Int { state.withLock { $0.count } }

    /// Whether the server stops, so that nobody is told of entries any more.
    package var isClosed: Bool { state.withLock(\.isClosed) }

    /// Listens from now on, until it is dismissed or told. Nil where too many wait already.
    package func enlist(after seq: Int, of interest: JournalInterest) -> JournalWaiter? {
        let waiter = JournalWaiter(after: seq, of: interest)
        return state.withLock { state in
            if state.isClosed {
                waiter.tell()
                return waiter
            }
            guard state.count < JournalWatch.most else { return nil }
            state.add(waiter)
            return waiter
        }
    }

    package func dismiss(_ waiter: JournalWaiter) {
        _ = state.withLock { $0.remove(waiter.interest.stream) { $0 === waiter } }
    }

    /// An entry is on disk.
    func tell(of seq: Int, _ kind: String, in stream: String) {
        let told = state.withLock { state in
            guard state.count > 0 else { return [] as [JournalWaiter] }
            return state.remove(nil) { $0.wants(seq, kind) }
                + state.remove(stream) { $0.wants(seq, kind) }
        }
        for waiter in told { waiter.tell() }
    }

    /// Tells everyone, and whoever comes later at once: the server stops.
    package func close() {
        let told = state.withLock { state in
            let all = state.ofAny + state.byStream.values.joined()
            state = State(isClosed: true)
            return all
        }
        for waiter in told { waiter.tell() }
    }
}

extension JournalWatch.State {
    fileprivate mutating func add(_ waiter: JournalWaiter) {
        count += 1
        if let stream = waiter.interest.stream {
            byStream[stream, default: []].append(waiter)
        } else {
            ofAny.append(waiter)
        }
    }

    /// Takes out those that a condition holds for, of one stream's or of those who wait for more.
    fileprivate mutating func remove(
        _ stream: String?, where holds: (JournalWaiter) -> Bool
    ) -> [JournalWaiter] {
        let waiters = stream.map { byStream[$0] ?? [] } ?? ofAny
        guard waiters.contains(where: holds) else { return [] }
        let (leaving, staying) = (waiters.filter(holds), waiters.filter { !holds($0) })
        count -= leaving.count
        if let stream {
            byStream[stream] = staying.isEmpty ? nil : staying
        } else {
            ofAny = staying
        }
        return leaving
    }
}
