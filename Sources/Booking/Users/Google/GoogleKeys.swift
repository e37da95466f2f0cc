import Crypto
import Outbound
import Synchronization
import Time

/// Google's keys, fetched when somebody needs them and kept as long as Google says.
///
/// However many ask, one fetches and the others wait for it. When nothing can be fetched, the last keys are
/// good for another hour: Google changes them every few days and tells them days before.
package final class GoogleKeys: Sendable {
    package typealias Fetch = @Sendable () async throws -> FetchedKeys

    /// There are no keys to be had.
    package struct Unavailable: Error, Equatable {}

    /// Bounds of what Google says, in seconds: less would ask for each sign-in, more would believe a key
    /// that was withdrawn.
    private static let ages = 300...86_400
    /// How long keys are good for beyond that while nothing can be fetched.
    private static let grace: Int64 = 3_600_000
    /// A name that nobody knows may be that of a new key, or made up: it is worth asking this often.
    fileprivate static let unknownPause: Int64 = 300_000
    /// After a failure, nobody tries again before this has passed.
    fileprivate static let failurePause: Int64 = 10_000

    fileprivate struct State {
        var keys: GoogleKeySet?
        var freshUntil: Int64 = 0
        /// When somebody last began to fetch, and whether that failed.
        var asked: Int64?
        var hasFailed = false
        var flight: Task<Void, Never>?
    }

    private let fetch: Fetch
    private let clock: MonotonicClock
    private let state = Mutex(State())

    package init(clock: MonotonicClock = .system, fetch: @escaping Fetch) {
        self.clock = clock
        self.fetch = fetch
    }

    /// Keys from an address, asked by a client that takes `GoogleKeys.maximumBytes`. Whoever signs in waits
    /// for it, so its time limit must be well below that of a request.
    package convenience init(_ url: String, client: WebClient, clock: MonotonicClock = .system) {
        self.init(clock: clock) { try FetchedKeys(try await client.get(url)) }
    }

    /// How large an answer with keys may be.
    package static var maximumBytes: Int { GoogleKeySet.maximumBytes }

    /// The key of a name; nil when Google has none of that name.
    func key(_ name: String) async throws(Unavailable) -> RSAPublicKey? {
        if let flight = flight(for: name) { await flight.value }
        let now = clock.milliseconds
        let keys = state.withLock { state in
            now < state.freshUntil + Self.grace ? state.keys : nil
        }
        guard let keys else { throw Unavailable() }
        return keys[name]
    }

    /// What to wait for before the key is looked up: the fetching that is under way, or one that begins
    /// here. Nil when the keys at hand must do.
    private func flight(for name: String) -> Task<Void, Never>? {
        let now = clock.milliseconds
        return state.withLock { state in
            guard state.needsFetch(of: name, now) else { return nil }
            if let flight = state.flight { return flight }
            state.asked = now
            let flight = Task { await refresh(askedAt: now) }
            state.flight = flight
            return flight
        }
    }

    private func refresh(askedAt asked: Int64) async {
        let fetched = try? await fetch()
        let keys = fetched.flatMap { GoogleKeySet($0.bytes) }
        let age = min(max(fetched?.maximumAge ?? 0, Self.ages.lowerBound), Self.ages.upperBound)
        state.withLock { state in
            state.flight = nil
            state.hasFailed = keys == nil
            guard let keys else { return }
            state.keys = keys
            state.freshUntil = asked + Int64(age) * 1_000
        }
    }
}

extension GoogleKeys.State {
    /// Whether a key can't be told from what is known already.
    fileprivate func needsFetch(of name: String, _ now: Int64) -> Bool {
        let isFresh = keys != nil && now < freshUntil
        if isFresh, keys?[name] != nil { return false }
        // Whoever comes while somebody fetches may as well wait.
        if flight != nil { return true }
        guard let asked else { return true }
        if isFresh { return now - asked >= GoogleKeys.unknownPause }
        return !hasFailed || now - asked >= GoogleKeys.failurePause
    }
}
