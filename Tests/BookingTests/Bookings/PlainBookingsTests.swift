import Chance
import Testing
import Time

@testable import Booking

@Suite("A booking that is plain")
struct PlainBookingsTests {
    /// Members of which most are plain, and some at the edge of it or beyond.
    private static let ids = [
        "0195d3a0-0000-7000-8000-00000000000b", "0195D3A0-0000-7000-8000-00000000000B", "", "é",
        "0195d3a0-0000-7000-8000-00000000000\u{0}", String(repeating: "a", count: 36),
        String(repeating: "é", count: 18), String(repeating: "a", count: 101),
    ]
    private static let numbers = [1, 0, -1, 100, .max, .min]
    private static let currencies = ["USD", "EUR", "usd", "US", "\"\"\"", "€\u{0}", ""]
    private static let moments: [Int64] = [
        1_768_467_600_000, 0, -1, 253_402_300_799_999, 253_402_300_800_000,
        -62_135_596_800_000, -62_135_596_800_001, .max, .min,
    ]

    private func facts(_ random: inout SeededGenerator) -> BookingFacts {
        // The first of each is plain, and half of all choices.
        func one<Value>(_ values: [Value]) -> Value {
            Bool.random(using: &random)
                ? values[0] : values.randomElement(using: &random) ?? values[0]
        }
        let moment = { (random: inout SeededGenerator) -> Instant in
            let isPlain = Int.random(in: 0..<8, using: &random) > 0
            return Instant(
                milliseconds: isPlain
                    ? Self.moments[0]
                    : Self.moments.randomElement(using: &random) ?? Self.moments[0])
        }
        return BookingFacts(
            kind: one(BookingKind.allCases), user: one(Self.ids),
            item: Bool.random(using: &random) ? one(Self.ids) : nil,
            state: one(BookingState.allCases), seats: one(Self.numbers),
            times: BookingTimes(
                start: moment(&random),
                end: Bool.random(using: &random) ? moment(&random) : nil,
                claimedUntil: Bool.random(using: &random) ? moment(&random) : nil),
            price: one(Self.numbers), currency: one(Self.currencies))
    }

    @Test("Is read from the journal as what was written, whatever else it is")
    func roundTrip() throws {
        var random = SeededGenerator(seed: 7)
        var plain = 0
        var unreadable = 0
        for _ in 0..<20_000 {
            let facts = facts(&random)
            let kind = BookingEntries.placed
            let read = try? kind.payload(from: kind.schema.bytes(of: facts))
            if facts.isPlain {
                plain += 1
                #expect(read == facts)
            } else if read != facts {
                unreadable += 1
            }
        }
        // Both are tried.
        #expect(plain > 200)
        #expect(unreadable > 200)
    }
}
