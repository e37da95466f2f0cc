import Chance
import Time

@testable import Booking

/// A service with random rules and bookings, and a range of time that is asked for: near a change of
/// clocks, near midnight, or anywhere.
struct RandomAvailability {
    let rules: ServiceRules
    let claims: [Interval]
    let now: Instant
    let range: Interval

    /// Zones, each with moments around which their clocks are set.
    private static let places = [
        ("America/New_York", ["2026-03-08T07:00:00Z", "2026-11-01T06:00:00Z"]),
        ("Australia/Lord_Howe", ["2026-04-04T15:00:00Z", "2026-10-03T15:30:00Z"]),
        ("Africa/Casablanca", ["2026-02-15T02:00:00Z", "2026-03-22T02:00:00Z"]),
        ("Pacific/Apia", ["2011-12-30T10:00:00Z", "2011-09-24T14:00:00Z"]),
        ("Asia/Kolkata", ["2026-05-31T18:30:00Z", "2026-06-15T03:30:00Z"]),
    ]

    init(_ chance: inout SeededGenerator) throws {
        let place = chance.pick(Self.places)
        rules = try Self.rules(place.0, &chance)
        guard let change = Instant(rfc3339: chance.pick(place.1)) else {
            throw ZoneFiles.Missing(name: place.0)
        }
        let start = Self.moment(near: change, hours: 36, &chance)
        range = Interval(start, start + .milliseconds(chance.below(40 * 3_600_000)))
        now = Self.moment(near: start - .seconds(43_200), hours: chance.pick([24, 400]), &chance)
        let reach = rules.reach(of: range)
        claims = (0..<chance.pick([0, 1, 3, 8, 20])).map { [rules] _ in
            Self.claim(rules, near: reach, &chance)
        }
    }

    private static func rules(
        _ zone: String, _ chance: inout SeededGenerator
    ) throws -> ServiceRules {
        let minutes = [1, 15, 30, 45, 60, 95, 240, 1_440, 2_000]
        return ServiceRules(
            duration: .seconds(chance.pick(minutes) * 60),
            buffer: .seconds(chance.pick([0, 0, 5, 30, 300]) * 60),
            lead: .seconds(chance.pick([0, 0, 10, 600, 2_000]) * 60),
            step: chance.pick([nil, nil, 5, 7, 15, 30, 50, 60, 90, 1_440]),
            hours: chance.below(4) == 0 ? nil : hours(&chance),
            zone: try ZoneFiles.zone(zone))
    }

    private static func hours(_ chance: inout SeededGenerator) -> WeeklyHours {
        var windows: [Weekday: [WeeklyHours.Window]] = [:]
        let isRound = chance.below(3) > 0
        for day in Weekday.allCases where chance.below(6) > 0 {
            var borders = (0..<2 * chance.below(4)).map { _ in
                isRound ? chance.below(49) * 30 : chance.below(1_441)
            }
            if chance.below(3) == 0 { borders += [0, 1_440] }
            borders = Set(borders).sorted()
            windows[day] = stride(from: 0, to: borders.count - 1, by: chance.pick([1, 2])).map {
                WeeklyHours.Window(borders[$0], borders[$0 + 1])
            }
        }
        return WeeklyHours(windows)
    }

    private static func claim(
        _ rules: ServiceRules, near reach: Interval, _ chance: inout SeededGenerator
    ) -> Interval {
        let length = Int((reach.end - reach.start).milliseconds) + 7_200_000
        let start = reach.start - .seconds(3_600) + .milliseconds(chance.below(length))
        let end = start + chance.pick([rules.duration + rules.buffer, .seconds(600)])
        return chance.below(5) == 0
            ? Interval(start, end)
            : Interval(
                Instant(seconds: start.seconds / 900 * 900),
                Instant(seconds: end.seconds / 900 * 900))
    }

    private static func moment(
        near moment: Instant, hours: Int, _ chance: inout SeededGenerator
    ) -> Instant {
        let minutes = chance.below(2 * hours * 60) - hours * 60
        let rest = chance.below(3) == 0 ? chance.below(60_000) : 0
        return moment + .milliseconds(minutes * 60_000 + rest)
    }
}
