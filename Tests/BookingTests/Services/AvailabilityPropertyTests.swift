import Chance
import Testing
import Time

@testable import Booking

/// A thousand random services, against what a plain look at the clock says of each minute.
@Suite("Any service")
struct AvailabilityPropertyTests {
    private static let seed: UInt64 = 20_260_301

    private func each(
        _ part: Int, _ body: (Int, RandomAvailability, Availability) throws -> Void
    ) throws {
        for number in part * 100..<(part + 1) * 100 {
            var chance = SeededGenerator(seed: Self.seed, number: UInt64(number))
            let random = try RandomAvailability(&chance)
            let availability = Availability(
                random.rules, claims: random.claims.shuffled(using: &chance), now: random.now)
            try body(number, random, availability)
        }
    }

    @Test(
        "What is listed are the starts of a grid that can be booked; others are refused for their reason",
        arguments: 0..<10)
    func starts(part: Int) throws {
        try each(part) { number, random, availability in
            let naive = NaiveAvailability(random)
            let step = random.rules.step ?? 30
            let expected = naive.minutes(of: random.range).filter {
                naive.isOnGrid($0, every: step) && naive.refusal(of: $0) == nil
            }
            let found = availability.starts(in: random.range)
            #expect(found.map(\.start) == expected, "seed \(Self.seed), case \(number)")
            #expect(found.allSatisfy { $0.end == $0.start + random.rules.duration })
            let asked = naive.minutes(of: random.range).enumerated().filter { index, minute in
                index % 11 == number % 11 || naive.isOnGrid(minute, every: max(step, 30))
            }
            for (_, minute) in asked {
                #expect(
                    availability.refusal(of: minute) == naive.refusal(of: minute),
                    "seed \(Self.seed), case \(number), \(minute.rfc3339)")
            }
        }
    }

    @Test("Claims beyond the reach of a range change nothing", arguments: 0..<10)
    func reach(part: Int) throws {
        try each(part) { number, random, availability in
            let near = random.claims.filter(random.rules.reach(of: random.range).overlaps)
            let same = Availability(random.rules, claims: near, now: random.now)
            #expect(
                same.starts(in: random.range) == availability.starts(in: random.range),
                "seed \(Self.seed), case \(number)")
        }
    }

    @Test("Alternatives are the nearest of all free starts within a week", arguments: 0..<10)
    func alternatives(part: Int) throws {
        try each(part) { number, random, availability in
            let moment = random.range.start
            let week = availability.starts(in: Availability.searched(near: moment))
            let nearest = week.sorted { a, b in
                let (far, farther) = (distance(a, moment), distance(b, moment))
                return far == farther ? a.start < b.start : far < farther
            }.prefix(5)
            #expect(
                availability.alternatives(near: moment) == nearest.sorted { $0.start < $1.start },
                "seed \(Self.seed), case \(number)")
        }
    }

    private func distance(_ appointment: Interval, _ moment: Instant) -> Int64 {
        abs(appointment.start.milliseconds - moment.milliseconds)
    }

    @Test("The cases have starts that can be booked, and each reason why others can't")
    func variety() throws {
        var found: [StartRefusal?: Int] = [:]
        try each(0) { _, random, _ in
            let naive = NaiveAvailability(random)
            for minute in naive.minutes(of: random.range) {
                found[naive.refusal(of: minute), default: 0] += 1
            }
        }
        #expect(found.count == StartRefusal.allCases.count + 1)
        #expect(found.values.allSatisfy { $0 > 100 }, "\(found)")
    }
}
