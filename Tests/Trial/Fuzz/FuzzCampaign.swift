import Chance
import Glibc

/// Many cases of one kind, each made from the campaign's seed and its own number.
struct FuzzCampaign {
    let name: String
    let seed: UInt64
    let failure: (inout SeededGenerator) -> String?

    /// Runs case after case until the time is over or one fails; says so, and whether all was well.
    func run(for limit: Duration) -> Bool {
        FuzzTrap.watch()
        print("\(name) --seed \(seed)")
        fflush(nil)
        let clock = ContinuousClock()
        let start = clock.now
        var number: UInt64 = 0
        while number % 256 != 0 || clock.now - start < limit {
            guard check(number) else { return false }
            number += 1
        }
        let seconds = (clock.now - start) / .seconds(1)
        print("\(name): \(number) cases, \(Int(Double(number) / seconds)) a second, all well")
        return true
    }

    /// One case alone, as a failure is repeated.
    func check(_ number: UInt64) -> Bool {
        FuzzTrap.number.store(number, ordering: .relaxed)
        var random = SeededGenerator(seed: seed, number: number)
        guard let failure = failure(&random) else { return true }
        print("\(name): \(failure)\nAgain: trial \(name) --seed \(seed) --case \(number)")
        return false
    }
}

extension FuzzCampaign {
    /// The campaign of this name; `port` is where the server is that one of them needs.
    init?(_ name: String, seed: UInt64, port: UInt16) {
        switch name {
        case "fuzz-reader": self.init(name: name, seed: seed, failure: FuzzReader.failure)
        case "fuzz-json": self.init(name: name, seed: seed, failure: FuzzJSON.failure)
        case "fuzz-texts": self.init(name: name, seed: seed, failure: FuzzTexts.failure)
        case "fuzz-server" where port > 0:
            self.init(name: name, seed: seed, failure: FuzzServer(port: port).failure)
        default: return nil
        }
    }
}
