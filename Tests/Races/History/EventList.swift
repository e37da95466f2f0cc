/// The begins and ends of episodes in the order of time, from which an episode can be taken and put back.
///
/// A list of links in both directions: what was taken out knows its neighbours still, so it goes back in one
/// step, provided that the last to go is the first to come back.
struct EventList {
    enum Event {
        case begin(Int)
        case end(Int)
        /// There is no more.
        case nothing
    }

    /// Places 2n and 2n + 1 are the begin and the end of episode n; the last place is behind all.
    private var following: [Int]
    private var preceding: [Int]
    private let last: Int
    private(set) var first: Int

    init<Deed>(_ history: [Episode<Deed>]) {
        last = history.count * 2
        let times = history.flatMap { [$0.begin, $0.end] }
        // Of the same moment, begins come first: then both orders are tried.
        let order = (0..<last).sorted {
            (times[$0], $0 % 2, $0) < (times[$1], $1 % 2, $1)
        }
        following = Array(repeating: last, count: last + 1)
        preceding = Array(repeating: -1, count: last + 1)
        for (place, next) in zip(order, order.dropFirst() + [last]) {
            following[place] = next
            preceding[next] = place
        }
        first = order.first ?? last
    }

    subscript(place: Int) -> Event {
        if place == last { return .nothing }
        return place % 2 == 0 ? .begin(place / 2) : .end(place / 2)
    }

    func next(_ place: Int) -> Int { following[place] }

    mutating func remove(_ episode: Int) {
        unlink(episode * 2)
        unlink(episode * 2 + 1)
    }

    mutating func restore(_ episode: Int) {
        link(episode * 2 + 1)
        link(episode * 2)
    }

    private mutating func unlink(_ place: Int) {
        preceding[following[place]] = preceding[place]
        if place == first {
            first = following[place]
        } else {
            following[preceding[place]] = following[place]
        }
    }

    private mutating func link(_ place: Int) {
        preceding[following[place]] = place
        if preceding[place] < 0 {
            first = place
        } else {
            following[preceding[place]] = place
        }
    }
}
