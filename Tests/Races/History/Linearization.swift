/// Looks for an order in which people who come one after another are told what a history says they were.
///
/// Such an order is one that keeps what was over before something else began: then the thing behaves as
/// though each request took effect at one moment between its begin and its end, which is to be linearizable
/// (Herlihy and Wing, 1990). The search is Wing and Gong's (1993) with Lowe's memory of where it was already
/// ("Testing for linearizability", 2017): exact, and of exponential length at worst.
package struct Linearization<Model: SequentialModel> {
    /// Which episodes have taken effect, and how the thing stands then.
    private struct Place: Hashable {
        let done: [UInt64]
        let model: Model
    }

    private let history: [Episode<Model.Deed>]
    /// Begins and ends in the order of time: an episode's number, with the highest bit for its end.
    private var events: EventList
    private var model: Model
    private var done: [UInt64]
    private var seen: Set<Place> = []
    private var path: [(episode: Int, before: Model)] = []

    private init(_ history: [Episode<Model.Deed>], from model: Model) {
        self.history = history
        self.model = model
        events = EventList(history)
        done = Array(repeating: 0, count: history.count / 64 + 1)
    }

    /// Gives up behind so many steps.
    package static func search(
        _ history: [Episode<Model.Deed>], from model: Model, steps: Int = 2_000_000
    ) -> Verdict {
        var search = Linearization(history, from: model)
        return search.run(steps: steps)
    }

    private mutating func run(steps: Int) -> Verdict {
        var place = events.first
        for _ in 0..<steps {
            switch events[place] {
            case .nothing:
                return .possible
            case .begin(let episode):
                if let next = model.after(history[episode].deed), isNew(episode, next) {
                    path.append((episode, model))
                    model = next
                    events.remove(episode)
                    place = events.first
                } else {
                    mark(episode, false)
                    place = events.next(place)
                }
            case .end:
                // Whoever ends here has to have taken effect: the last choice was not the one.
                guard let (episode, before) = path.popLast() else { return .impossible }
                model = before
                mark(episode, false)
                events.restore(episode)
                place = events.next(events.begin(of: episode))
            }
        }
        return .undecided
    }

    /// Marks an episode as done; whether that leads to where the search has not been.
    private mutating func isNew(_ episode: Int, _ next: Model) -> Bool {
        mark(episode, true)
        return seen.insert(Place(done: done, model: next)).inserted
    }

    private mutating func mark(_ episode: Int, _ isDone: Bool) {
        let bit: UInt64 = 1 << UInt64(episode % 64)
        if isDone { done[episode / 64] |= bit } else { done[episode / 64] &= ~bit }
    }
}
