import Synchronization

/// The requests with a key that are being worked on. There are never more than requests in hand.
final class RunningKeys: Sendable {
    private let places = Mutex<Set<RepeatableRequest.Place>>([])

    /// Whether nobody is at it; from now on somebody is.
    func begin(_ place: RepeatableRequest.Place) -> Bool {
        places.withLock { $0.insert(place).inserted }
    }

    func end(_ place: RepeatableRequest.Place) {
        places.withLock { _ = $0.remove(place) }
    }

    var count: Int { places.withLock { $0.count } }
}
