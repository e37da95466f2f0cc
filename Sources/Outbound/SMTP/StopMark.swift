import Synchronization

/// Tells a thread that is waiting for another server when it has to give up.
final class StopMark: Sendable {
    private let end = Mutex<ContinuousClock.Instant?>(nil)

    /// Whether that moment has come.
    var isDue: Bool { end.withLock { $0.map { $0 <= .now } ?? false } }

    func clear() {
        end.withLock { $0 = nil }
    }

    /// Leaves so much time for what is under way.
    func set(in time: Duration) {
        end.withLock { $0 = .now + time }
    }
}
