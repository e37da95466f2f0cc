import Chance
import JSON
import Testing

@testable import Booking

@Suite("Whatever stands in a row about a user")
struct UserRowFuzzTests {
    private static let names = [
        "id", "_id", "email", "e-mail", "username", "name", "full_name", "role", "roles",
        "password",
        "password_hash", "google_id", "bio", "status", "is_active", "disabled", "created_at",
        "other",
    ]
    private static let pieces = [
        "a@b.example", "[", "]", "{", "}", "\"", ",", " ", "+", "-", ".", ":", "T", "Z", "00",
        "2025",
        "2025-06-09", "1749489780", "17:23:00", "$2b$", "NULL", "\\N", "\0", "\u{301}", "😀", "user",
        "utc",
    ]

    private static func value(_ random: inout SeededGenerator, depth: Int = 0) -> JSON {
        switch random.below(depth > 2 ? 5 : 8) {
        case 0: [.null, .bool(true), .integer(.max), .integer(.min)][random.below(4)]
        case 1: .integer(Int64(truncatingIfNeeded: random.next() >> UInt64(random.below(60))))
        case 5: .array((0..<random.below(3)).map { _ in value(&random, depth: depth + 1) })
        case 6:
            .object([
                JSON.Member(
                    random.pick(["name", "$oid", "$date", "x"]), value(&random, depth: depth + 1))
            ])
        default: .string((0...random.below(6)).map { _ in random.pick(pieces) }.joined())
        }
    }

    @Test("It is read or refused with reasons, twice the same", arguments: UInt64(0)..<8)
    func nonsense(seed: UInt64) {
        for number in 0..<500 {
            var random = SeededGenerator(seed: seed, number: UInt64(number))
            var values: [String: JSON] = ["email": "a@b.example"]
            for _ in 0..<random.below(6) {
                values[random.pick(Self.names)] = Self.value(&random)
            }
            let row = ImportRow(line: number, values)
            let results = (0..<2).map { _ in
                Result { () throws(UserRowFaults) in try UserRow(row) }
            }
            #expect(results[0] == results[1])
            if case .failure(let faults) = results[0] {
                #expect(!faults.sentences.isEmpty)
                #expect(faults.sentences.allSatisfy { $0.contains(" ") })
            }
        }
    }
}
