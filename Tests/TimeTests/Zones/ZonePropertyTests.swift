import Chance
import Testing
import Time

@Suite("Any zone")
struct ZonePropertyTests {
    private func each(_ body: (Zone, RandomZone, inout SeededGenerator) throws -> Void) throws {
        for number in 0..<300 {
            var chance = SeededGenerator(seed: 8536, number: UInt64(number))
            let random = RandomZone(&chance)
            let zone = try Zone(name: "Test/\(number)", tzif: random.file.bytes)
            for _ in 0..<20 { try body(zone, random, &chance) }
        }
    }

    @Test("A moment comes back from what clocks show at it")
    func roundTrip() throws {
        try each { zone, random, chance in
            let instant = Instant(seconds: random.moment(&chance))
            switch zone.instants(of: zone.local(at: instant)) {
            case .once(let found): #expect(found == instant)
            case .twice(let first, let second): #expect([first, second].contains(instant))
            case .never: Issue.record("\(instant.text) is shown in \(zone.name)")
            }
        }
    }

    @Test("A local time is shown as often as is said")
    func count() throws {
        try each { zone, random, chance in
            let local = LocalTime(secondsSince1970: random.moment(&chance))
            let shown = moments(of: local, in: zone)
            switch zone.instants(of: local) {
            case .once(let instant): #expect(shown == [instant])
            case .twice(let first, let second): #expect(shown == [first, second])
            case .never: #expect(shown == [])
            }
        }
    }

    /// Tries every offset that clocks have around that time.
    private func moments(of local: LocalTime, in zone: Zone) -> [Instant] {
        let seconds = local.secondsSince1970
        let around = stride(from: seconds - 100_800, through: seconds + 100_800, by: 3_600)
        let offsets = Set(around.map { zone.offset(at: Instant(seconds: $0)) })
        let moments = offsets.map { Instant(seconds: seconds - Int64($0)) }
        return moments.filter { zone.local(at: $0) == local }.sorted()
    }

    @Test("A missing time is shifted forward by as much as clocks are set")
    func gaps() throws {
        var gaps = 0
        try each { zone, random, chance in
            let local = LocalTime(secondsSince1970: random.moment(&chance))
            guard case .never(let jump, let shifted) = zone.instants(of: local) else { return }
            gaps += 1
            let before = zone.offset(at: Instant(seconds: jump.seconds - 1))
            let length = Int64(zone.offset(at: jump) - before)
            let shown = zone.local(at: shifted).secondsSince1970
            #expect(length > 0)
            #expect(shown == local.secondsSince1970 + length)
            #expect(zone.instant(of: local) == shifted)
        }
        #expect(gaps > 20)
    }

    @Test("Between two changes of its file clocks go on as time does")
    func changes() throws {
        try each { zone, random, chance in
            let moment = random.moment(&chance)
            guard let last = random.file.changes.last, moment < last.moment else { return }
            let type = random.file.changes.last { $0.moment <= moment }?.type ?? 0
            let shown = zone.local(at: Instant(seconds: moment))
            let expected = moment + Int64(random.file.offsets[Int(type)])
            #expect(shown == LocalTime(secondsSince1970: expected))
        }
    }

    @Test("A year behind the changes of its file it is like a zone that has the rule alone")
    func rule() throws {
        for number in 0..<300 {
            var chance = SeededGenerator(seed: 9636, number: UInt64(number))
            let file = RandomZone(&chance).file
            guard file.footer.contains("BBB") else { continue }
            let zone = try Zone(name: "Test/\(number)", tzif: file.bytes)
            let only = try Zone(rule: file.footer)
            for _ in 0..<40 {
                let cycles = Int64(chance.below(4)) * 146_097 * 86_400
                let near = Int64(chance.below(126_230_400)) - 63_115_200
                let last = file.changes.last?.moment ?? 0
                let instant = Instant(seconds: last + max(cycles + near, 31_622_400))
                #expect(zone.offset(at: instant) == only.offset(at: instant))
            }
        }
    }

    @Test("A day begins on its date, or where that is left out on a later one")
    func days() throws {
        try each { zone, random, chance in
            let date = LocalTime(secondsSince1970: random.moment(&chance)).date
            let start = zone.startOfDay(date)
            let shown = zone.local(at: start)
            let before = zone.local(at: Instant(seconds: start.seconds - 1))
            #expect(shown >= LocalTime(date, .midnight))
            #expect(before < LocalTime(date, .midnight))
        }
    }
}
