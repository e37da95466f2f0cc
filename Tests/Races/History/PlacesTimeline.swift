/// What is sure about a thing with places at each moment of its history, whatever the order was.
struct PlacesTimeline {
    typealias Deeds = [Episode<Places.Deed>]

    struct Booking {
        let number: Int
        let person: Int
        let seats: Int
        let hold: Hold
    }

    let bookings: [Booking]
    private let mostTaken: Tally
    private let leastTaken: Tally
    private let capacities: [(seats: Int, hold: Hold)]
    private let closings: Deeds
    /// When any of it changes.
    let moments: [Int]

    init(_ history: Deeds, capacity: Int) {
        closings = history.filter { $0.deed == .closed }
        bookings = PlacesTimeline.bookings(of: history, closings)
        capacities = PlacesTimeline.capacities(of: history, from: capacity)
        mostTaken = Tally(bookings.map { ($0.hold.perhaps, $0.seats) })
        leastTaken = Tally(bookings.map { ($0.hold.surely, $0.seats) })
        let bounds = capacities.flatMap { capacity in
            [capacity.hold.perhaps.lowerBound, capacity.hold.perhaps.upperBound]
        }
        let closed = closings.flatMap { [$0.begin, $0.end + 1] }
        moments = Set(mostTaken.moments + leastTaken.moments + bounds + closed).sorted()
    }

    func mostTaken(at moment: Int) -> Int { mostTaken.sum(at: moment) }
    func leastTaken(at moment: Int) -> Int { leastTaken.sum(at: moment) }

    func capacity(at moment: Int) -> ClosedRange<Int> {
        let possible = capacities.filter { $0.hold.perhaps.contains(moment) }.map(\.seats)
        return (possible.min() ?? 0)...(possible.max() ?? 0)
    }

    func isSurelyClosed(at moment: Int) -> Bool { closings.contains { $0.end < moment } }
    func isPerhapsClosed(at moment: Int) -> Bool { closings.contains { $0.begin <= moment } }

    /// Whether there is a moment of the episode at which this holds.
    func some(_ episode: Episode<Places.Deed>, _ holds: (_ moment: Int) -> Bool) -> Bool {
        if holds(episode.begin) { return true }
        let first = moments.partitioningIndex { $0 > episode.begin }
        return moments[first...].prefix { $0 <= episode.end }.contains(where: holds)
    }

    private static func bookings(of history: Deeds, _ closings: Deeds) -> [Booking] {
        var cancellings: [Int: Deeds] = [:]
        for episode in history {
            if case .cancelled(let number) = episode.deed {
                cancellings[number, default: []].append(episode)
            }
        }
        return history.compactMap { episode in
            guard case .booked(let number, let person, let seats) = episode.deed else { return nil }
            let hold = Hold(episode, endedBy: cancellings[number, default: []] + closings)
            return Booking(number: number, person: person, seats: seats, hold: hold)
        }
    }

    private static func capacities(
        of history: Deeds, from capacity: Int
    ) -> [(seats: Int, hold: Hold)] {
        let changes = history.compactMap { episode in
            if case .resized(let seats) = episode.deed {
                (seats: seats, episode: episode)
            } else {
                nil
            }
        }
        let beginning = Episode(from: -1, to: -1, Places.Deed.resized(to: capacity))
        let all = [(seats: capacity, episode: beginning)] + changes
        return all.enumerated().map { place, change in
            let others = all.enumerated().filter { $0.offset != place }.map(\.element.episode)
            return (change.seats, Hold(change.episode, endedBy: [], others: others))
        }
    }
}
