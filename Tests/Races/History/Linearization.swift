/// Looks for an order in which people who come one after another are told what a history says they were.
///
/// Such an order is one that keeps what was over before something else began: then the thing behaves as
/// though each request took effect at one moment between its begin and its end, which is to be linearizable
/// (Herlihy and Wing, 1990). The search is Wing and Gong's (1993) with Lowe's memory of where it was already
/// ("Testing for linearizability", 2017): exact, and of exponential length at worst.
///
/// Two things make it short. What changes nothing is done as soon as it is right: whoever found an order
/// with it later finds one with it here. And of what may come next, what ends first is tried first.
package struct Linearization<Model: SequentialModel> {
    /// Which episodes have taken effect, and how the thing stands then.
    private struct Place: Hashable {
        let done: [UInt64]
        let model: Model
    }

    /// A moment of the search: what it has taken there, and what it may take next.
    private struct Fork {
        let model: Model
        /// The change that led here; nil where the search began.
        let change: Int?
        /// What was done behind it and changed nothing.
        var looks: [Int] = []
        var choices: ArraySlice<Int> = []
    }

    private let history: [Episode<Model.Deed>]
    private var events: EventList
    private var done: [UInt64]
    private var seen: Set<Place> = []
    private var path: [Fork] = []

    /// Gives up behind so many steps.
    package static func search(
        _ history: [Episode<Model.Deed>], from model: Model, steps: Int = 1_000_000
    ) -> Verdict {
        var search = Linearization(history)
        return search.run(from: model, steps: steps)
    }

    private init(_ history: [Episode<Model.Deed>]) {
        self.history = history
        events = EventList(history)
        done = Array(repeating: 0, count: history.count / 64 + 1)
    }

    private mutating func run(from model: Model, steps: Int) -> Verdict {
        arrive(at: model, behind: nil)
        for _ in 0..<steps {
            if case .nothing = events[events.first] { return .possible }
            guard let choice = path[path.count - 1].choices.popFirst() else {
                if path.count == 1 { return .impossible }
                turnBack()
                continue
            }
            guard let next = path[path.count - 1].model.after(history[choice].deed) else {
                continue
            }
            take(choice)
            if seen.insert(Place(done: done, model: next)).inserted {
                arrive(at: next, behind: choice)
            } else {
                giveBack(choice)
            }
        }
        return .undecided
    }

    /// Does what changes nothing, and sees what may come next.
    private mutating func arrive(at model: Model, behind change: Int?) {
        var fork = Fork(model: model, change: change)
        while true {
            let looks = underWay.filter {
                Model.isLook(history[$0].deed) && model.after(history[$0].deed) != nil
            }
            for look in looks { take(look) }
            fork.looks += looks
            // With them gone, more may be under way.
            if looks.isEmpty { break }
        }
        let changes = underWay.filter { !Model.isLook(history[$0].deed) }
        fork.choices = changes.sorted { history[$0].end < history[$1].end }[...]
        path.append(fork)
    }

    private mutating func turnBack() {
        guard let fork = path.popLast() else { return }
        for look in fork.looks.reversed() { giveBack(look) }
        if let change = fork.change { giveBack(change) }
    }

    /// What has begun before anything ends that isn't done yet: one of these comes next.
    private var underWay: [Int] {
        var episodes: [Int] = []
        var place = events.first
        while case .begin(let episode) = events[place] {
            episodes.append(episode)
            place = events.next(place)
        }
        return episodes
    }

    private mutating func take(_ episode: Int) {
        done[episode / 64] |= 1 << UInt64(episode % 64)
        events.remove(episode)
    }

    private mutating func giveBack(_ episode: Int) {
        done[episode / 64] &= ~(1 << UInt64(episode % 64))
        events.restore(episode)
    }
}
