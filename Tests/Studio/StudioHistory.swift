import Chance
import SQLite

/// What happens in a studio, without end: the same for the same seed. Sittings are few and small, and so
/// are people, so that much of it is refused.
package struct StudioHistory: Sequence, IteratorProtocol {
    private var generator: SeededGenerator
    private var sittings = 0
    private var claims = 0

    package init(seed: UInt64) {
        generator = SeededGenerator(seed: seed)
    }

    package mutating func next() -> StudioAct? {
        switch Int.random(in: 0..<20, using: &generator) {
        case 0..<2: open()
        case 2..<12: place()
        case 12..<17: .release(claim: Studio.id(100_000 + one(of: claims)))
        case 17..<19: .enrol(person: person())
        default: .erase(person: person())
        }
    }

    private mutating func open() -> StudioAct {
        sittings += 1
        return .open(
            sitting: Studio.id(sittings), capacity: Int.random(in: 1...5, using: &generator))
    }

    private mutating func place() -> StudioAct {
        claims += 1
        return .place(
            claim: Studio.id(100_000 + claims), sitting: Studio.id(one(of: sittings)),
            person: person())
    }

    private mutating func person() -> String {
        Studio.id(900_000 + one(of: 8))
    }

    /// A number from 1 on; now and then one that is too high.
    private mutating func one(of count: Int) -> Int {
        Int.random(in: 1...count + 1, using: &generator)
    }
}

extension Studio {
    /// Does it, or throws why it was refused.
    package func perform(_ act: StudioAct, in tx: Transaction) throws {
        switch act {
        case .open(let sitting, let capacity):
            try open(sitting, capacity: capacity, in: tx)
        case .place(let claim, let sitting, let person):
            try place(claim, on: sitting, for: person, in: tx)
        case .release(let claim):
            try release(claim, in: tx)
        case .enrol(let person):
            try enrol(person, name: "Ann", email: "ann@example.com", in: tx)
        case .erase(let person):
            try erase(person, in: tx)
        }
    }
}
