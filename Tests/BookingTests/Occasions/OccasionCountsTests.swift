import Chance
import SQLite
import Testing
import Time
import Workbench

@testable import Booking

@Suite("How many occasions there are")
struct OccasionCountsTests {
    @Test("Is what counting them one by one gives, from any moment on", arguments: 1...4)
    func counted(seed: UInt64) async throws {
        var random = SeededGenerator(seed: seed)
        let house = try await House()
        let widest = [3_600_000, 86_400_000 * 40, 86_400_000 * 3_000, 86_400_000 * 200_000]
        let width = widest[Int(seed) - 1]
        let starts = (0..<300).map { _ in
            Instant(milliseconds: Int64(Int.random(in: -width...width, using: &random)))
        }
        try await house.database.write { tx in
            for (index, start) in starts.enumerated() {
                try Self.add(start, Int(index) + 1, in: tx)
            }
        }
        let moments =
            starts.prefix(50)
            + (0..<50).map { _ in
                Instant(milliseconds: Int64(Int.random(in: -width...width, using: &random)))
            }
        try house.database.read(within: .seconds(10)) { reader in
            for moment in moments {
                let counted = try OccasionCounts.count(.class, .active, from: moment, reader)
                #expect(counted == starts.count { $0 >= moment }, "\(moment), seed \(seed)")
            }
        }
    }

    private static func add(_ start: Instant, _ number: Int, in tx: Transaction) throws {
        var facts = OccasionFacts(blank: "A", host: nil, capacity: 1, currency: "USD")
        facts.startsAt = start
        try OccasionStore.insert(
            facts, .class,
            EntryHead(seq: number, id: "\(number)", version: 1, actor: nil, at: start),
            ReadTables(tx))
    }
}
