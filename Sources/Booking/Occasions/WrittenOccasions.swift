import Synchronization

/// The JSON of occasions in lists, kept for as long as they stay what they are.
///
/// A list says of twenty occasions what it said a moment ago, perhaps of one of them something else. So only
/// what can have changed is read of each, and who leads it, within the list's transaction; where that is the
/// same, what was written of it is too. It keeps a fixed number of them, so a new one takes the place of
/// another that lies there, which will be written again.
final class WrittenOccasions: Sendable {
    /// What makes the JSON what it is: the entries and bookings of an occasion, and what its host is called.
    struct State: Equatable, Sendable {
        let number: Int
        let version: Int
        let taken: Int
        let host: HostNames.Name?
    }

    private struct Kept {
        let state: State
        let json: [UInt8]
    }

    /// Whole pages, for as long as nothing at all changes.
    let pages = WrittenPages()
    /// Some 700 bytes each, 6 MB at most.
    private let places: Mutex<[Kept?]>
    private let count: Int

    init(count: Int = 8_192) {
        self.count = count
        places = Mutex(Array(repeating: nil, count: count))
    }

    /// What was written of each, nil where that is over.
    func json(of states: [State]) -> [[UInt8]?] {
        places.withLock { places in
            states.map { state in
                guard let kept = places[state.number % count], kept.state == state else {
                    return nil
                }
                return kept.json
            }
        }
    }

    func keep(_ json: [UInt8], of state: State) {
        places.withLock { $0[state.number % count] = Kept(state: state, json: json) }
    }
}
