import Chance
import Testing
import Time

@Suite("A zone's file with wrong bytes")
struct TZifFuzzTests {
    @Test("It is refused or read, and what was read answers")
    func mutated() throws {
        var read = 0
        for number in 0..<3_000 {
            var chance = SeededGenerator(seed: 9636, number: UInt64(number))
            let bytes = Self.mutated(RandomZone(&chance).file.bytes, &chance)
            guard let zone = try? Zone(name: "Test/Fuzz", tzif: bytes) else { continue }
            read += 1
            for _ in 0..<5 { Self.ask(zone, &chance) }
        }
        // Some of either kind, or it would be a test of nothing.
        #expect((300..<2_700).contains(read))
    }

    private static func mutated(_ original: [UInt8], _ chance: inout SeededGenerator) -> [UInt8] {
        var bytes = original
        for _ in 0...chance.below(3) {
            let place = chance.below(bytes.count)
            switch chance.below(5) {
            case 0: bytes[place] = UInt8(truncatingIfNeeded: chance.next())
            case 1: bytes[place] ^= 1 << UInt8(chance.below(8))
            case 2: bytes.remove(at: place)
            case 3: bytes.insert(UInt8(truncatingIfNeeded: chance.next()), at: place)
            default: bytes[place] = chance.pick([0, 1, 0x0A, 0x2C, 0x7F, 0x80, 0xFF])
            }
            if bytes.isEmpty { return bytes }
        }
        return chance.below(10) == 0 ? Array(bytes.prefix(chance.below(bytes.count))) : bytes
    }

    /// Two clocks are never further apart than two days.
    private static func ask(_ zone: Zone, _ chance: inout SeededGenerator) {
        let seconds = RandomZone.anyMoment(&chance)
        let local = zone.local(at: Instant(seconds: seconds))
        #expect(abs(local.secondsSince1970 - seconds) < 100_000)
        #expect(abs(zone.instant(of: local).seconds - seconds) < 200_000)
    }
}
