/// Finds answers that nobody can have been given rightly, in a history of any length.
///
/// What is found is wrong in every order that the requests can have had. The reverse doesn't hold: to know
/// that there is an order, it has to be searched for.
package struct PlacesArguments {
    private let history: [Episode<Places.Deed>]
    private let timeline: PlacesTimeline
    private let bookings: [Int: PlacesTimeline.Booking]
    private let people: [Int: [PlacesTimeline.Booking]]

    package static func findings(
        in history: [Episode<Places.Deed>], capacity: Int, onePerPerson: Bool
    ) -> [String] {
        let arguments = PlacesArguments(history, capacity, onePerPerson)
        return arguments.doubles + arguments.overselling + arguments.ownDoubles
            + history.filter { !arguments.isPossible($0) }.map { "nobody can be told so: \($0)" }
    }

    private init(_ history: [Episode<Places.Deed>], _ capacity: Int, _ onePerPerson: Bool) {
        self.history = history
        timeline = PlacesTimeline(history, capacity: capacity)
        bookings = Dictionary(timeline.bookings.map { ($0.number, $0) }) { first, _ in first }
        people = onePerPerson ? Dictionary(grouping: timeline.bookings, by: \.person) : [:]
    }

    private var doubles: [String] {
        Dictionary(grouping: timeline.bookings, by: \.number).filter { $1.count > 1 }.keys.sorted()
            .map { "booking \($0) was given to more than one" }
    }

    private var overselling: [String] {
        let moment = timeline.moments.first {
            timeline.leastTaken(at: $0) > timeline.capacity(at: $0).upperBound
        }
        return moment.map { moment in
            [
                "\(timeline.leastTaken(at: moment)) seats were taken at \(moment), where there were "
                    + "\(timeline.capacity(at: moment).upperBound) at most"
            ]
        } ?? []
    }

    private var ownDoubles: [String] {
        people.filter { _, bookings in
            bookings.enumerated().contains { place, booking in
                bookings[..<place].contains { $0.hold.surely.overlaps(booking.hold.surely) }
            }
        }.keys.sorted().map { "person \($0) had two bookings at once" }
    }

    private func isPossible(_ episode: Episode<Places.Deed>) -> Bool {
        switch episode.deed {
        case .cancelled(let booking):
            // What is cancelled was booked; the answer that names it may still be under way.
            (bookings[booking]?.hold.perhaps.lowerBound ?? .max) <= episode.end
        case .closed: true
        default: timeline.some(episode) { isPossible(episode.deed, at: $0) }
        }
    }

    private func isPossible(_ deed: Places.Deed, at moment: Int) -> Bool {
        let capacity = timeline.capacity(at: moment)
        let isOpen = !timeline.isSurelyClosed(at: moment)
        return switch deed {
        case .booked(let booking, let person, let seats):
            isOpen && timeline.leastTaken(at: moment) + seats <= capacity.upperBound
                && !has(person, but: booking, at: moment)
        case .refusedFull(let seats):
            isOpen && timeline.mostTaken(at: moment) + seats > capacity.lowerBound
        case .refusedTwice(let person):
            isOpen && people[person, default: []].contains { $0.hold.perhaps.contains(moment) }
        case .refusedClosed: timeline.isPerhapsClosed(at: moment)
        case .resized(let seats): isOpen && timeline.leastTaken(at: moment) <= seats
        case .refusedResize(let seats): isOpen && timeline.mostTaken(at: moment) > seats
        case .seen(let free):
            capacity.lowerBound - timeline.mostTaken(at: moment) <= free
                && free <= capacity.upperBound - timeline.leastTaken(at: moment)
        case .cancelled, .closed: true
        }
    }

    private func has(_ person: Int, but booking: Int, at moment: Int) -> Bool {
        people[person, default: []].contains {
            $0.number != booking && $0.hold.surely.contains(moment)
        }
    }
}
