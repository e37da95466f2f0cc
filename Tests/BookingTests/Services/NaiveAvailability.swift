import Time

@testable import Booking

/// What availability means, said as plainly as can be: each minute is looked at on the clock.
struct NaiveAvailability {
    let rules: ServiceRules
    let claims: [Interval]
    let now: Instant
    /// The first minute that is known, and for each from there on what clocks show and for how many
    /// minutes the service is open from then.
    private let first: Int64
    private var shown: [LocalTime] = []
    private var open: [Int]

    /// For starts within a range; what clocks show is the same all through a minute.
    init(_ random: RandomAvailability) {
        rules = random.rules
        claims = random.claims
        now = random.now
        first = random.range.start.seconds / 60
        let last = random.rules.reach(of: random.range).end.seconds / 60 + 1
        for minute in first...max(first, last) {
            shown.append(rules.zone.local(at: Instant(seconds: minute * 60)))
        }
        open = Array(repeating: 0, count: shown.count + 1)
        for index in shown.indices.reversed() where isOpen(shown[index]) {
            open[index] = open[index + 1] + 1
        }
    }

    private func isOpen(_ local: LocalTime) -> Bool {
        guard let hours = rules.hours else { return true }
        let days: [Weekday] = [.sun, .mon, .tue, .wed, .thu, .fri, .sat]
        let minute = local.time.secondsSinceMidnight / 60
        return hours[days[local.date.daysSinceSunday]].contains {
            $0.start <= minute && minute < $0.end
        }
    }

    /// The whole minutes of a range.
    func minutes(of range: Interval) -> [Instant] {
        let minutes = range.start.seconds / 60...max(range.start, range.end).seconds / 60
        return minutes.map { Instant(seconds: $0 * 60) }.filter(range.contains)
    }

    func isOnGrid(_ minute: Instant, every step: Int) -> Bool {
        let time = shown[Int(minute.seconds / 60 - first)].time
        return time.second == 0 && (time.secondsSinceMidnight / 60).isMultiple(of: step)
    }

    func refusal(of minute: Instant) -> StartRefusal? {
        let length = rules.duration.milliseconds
        if minute.milliseconds < now.milliseconds { return .startInPast }
        if let step = rules.step, !isOnGrid(minute, every: step) { return .offGrid }
        if open[Int(minute.seconds / 60 - first)] < Int(length / 60_000) { return .outsideHours }
        if minute.milliseconds < now.milliseconds + rules.lead.milliseconds { return .tooSoon }
        let end = minute.milliseconds + length + rules.buffer.milliseconds
        let isFree = claims.allSatisfy { claim in
            claim.end == claim.start || claim.end.milliseconds <= minute.milliseconds
                || end <= claim.start.milliseconds
        }
        return isFree ? nil : .slotTaken
    }
}
