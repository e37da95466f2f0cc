import Chance
import Time

/// A zone whose clocks are set at random moments to random times, and then by a random rule.
///
/// There are three days at least between two changes, so that no local time is shown three times.
struct RandomZone {
    let file: TZifBytes

    init(_ chance: inout SeededGenerator) {
        let types = (0...chance.below(5)).map { _ in Self.offset(&chance) }
        var moment = Int64(chance.below(2_000_000_000)) - 1_000_000_000
        var changes: [(moment: Int64, type: UInt8)] = []
        for _ in 0..<chance.below(12) {
            changes.append((moment, UInt8(chance.below(types.count))))
            moment += 260_000 + Int64(chance.below(chance.pick([1_000, 40_000_000])))
        }
        file = TZifBytes(offsets: types, changes: changes, footer: Self.rule(&chance))
    }

    private static func offset(_ chance: inout SeededGenerator) -> Int32 {
        let range = chance.below(2) == 0 ? 3_600 : 50_400
        return Int32(chance.below(2 * range) - range)
    }

    private static func rule(_ chance: inout SeededGenerator) -> String {
        let standard = "AAA\(chance.below(25) - 12):\(chance.pick(["00", "30", "45"]))"
        switch chance.below(4) {
        case 0: return ""
        case 1: return standard
        default:
            let spring = "M\(2 + chance.below(3)).\(1 + chance.below(5)).\(chance.below(7))"
            let autumn = "M\(8 + chance.below(4)).\(1 + chance.below(5)).\(chance.below(7))"
            let days = chance.below(2) == 0 ? [spring, autumn] : [autumn, spring]
            let times = (0..<2).map { _ in chance.pick(["", "/0", "/-2:30", "/3", "/26", "/-50"]) }
            return "\(standard)BBB,\(days[0])\(times[0]),\(days[1])\(times[1])"
        }
    }

    /// A moment to ask for: near a change, in the next centuries, or anywhere in the years of four digits.
    func moment(_ chance: inout SeededGenerator) -> Int64 {
        guard chance.below(2) == 0, !file.changes.isEmpty else { return Self.anyMoment(&chance) }
        return chance.pick(file.changes).moment + Int64(chance.below(250_000) - 125_000)
    }

    static func anyMoment(_ chance: inout SeededGenerator) -> Int64 {
        Int64(chance.below(chance.pick([5_000_000_000, 250_000_000_000])))
    }
}
