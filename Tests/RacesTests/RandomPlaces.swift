import Chance
import Races

/// Histories of a thing with few places, made by chance.
struct RandomPlaces {
    let capacity: Int
    private var random: SeededGenerator

    init(_ number: Int) {
        random = SeededGenerator(seed: 21, number: UInt64(number))
        capacity = 1 + random.below(4)
    }

    /// What people did one after another, with moments around each that overlap those of others.
    mutating func right(_ count: Int) -> [Episode<Places.Deed>] {
        var model = Places(capacity: capacity, onePerPerson: true)
        let history = (0..<count).map { episode(&model, at: $0 * 10 + 100, count) }
        return history.shuffled(using: &random)
    }

    /// The same, but some were told anything.
    mutating func doubtful(_ count: Int) -> [Episode<Places.Deed>] {
        right(count).map { episode in
            random.below(8) > 0
                ? episode : Episode(from: episode.begin, to: episode.end, deed(count))
        }
    }

    /// Something that can be told now, at this moment of history.
    private mutating func episode(
        _ model: inout Places, at moment: Int, _ count: Int
    ) -> Episode<Places.Deed> {
        while true {
            let deed = deed(count)
            guard let next = model.after(deed) else { continue }
            model = next
            return Episode(from: moment - random.below(60), to: moment + random.below(60), deed)
        }
    }

    private mutating func deed(_ count: Int) -> Places.Deed {
        let number = random.below(count * 2)
        let person = random.below(4)
        return switch random.below(20) {
        case 0..<7: .booked(number, by: person, seats: 1)
        case 7..<12: .cancelled(number)
        case 12..<15: .refusedFull(seats: 1)
        case 15..<17: .refusedTwice(by: person)
        case 17: .resized(to: random.below(5))
        case 18: .refusedResize(to: random.below(5))
        default: .seen(free: random.below(5))
        }
    }
}
