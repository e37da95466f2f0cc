import Time

/// When a service can be booked, by its rules and by what is booked already.
///
/// What is listed and what a booking is held against come of the same rules here, so that whoever is
/// shown a start can book it. A service is open while the clocks of its zone show a time within its
/// hours: a night on which they are set is longer or shorter for it, as it is for everybody.
package struct Availability: Sendable {
    /// Where any moment may be a start, one every so many minutes is shown.
    package static let shownEvery = 30
    /// How many starts are proposed instead of one that is taken.
    package static let mostAlternatives = 5

    private let rules: ServiceRules
    private let now: Instant
    /// The moments at which nothing can start, since it would touch a claim.
    private let blocked: [Interval]

    /// Claims are the times of live bookings, each with its own buffer. Those within the `reach` of what
    /// is asked for are enough, in any order.
    package init(_ rules: ServiceRules, claims: [Interval], now: Instant) {
        self.rules = rules
        self.now = now
        let length = (rules.duration + rules.buffer).milliseconds
        blocked = claims.filter { !$0.isEmpty }.sorted { $0.start < $1.start }.map { claim in
            // What ends when a claim begins doesn't touch it.
            Interval(Instant(milliseconds: claim.start.milliseconds - length + 1), claim.end)
        }.joined()
    }

    /// The appointments that could be booked now whose start lies in a range, in their order.
    package func starts(in range: Interval) -> [Interval] {
        let starts = Interval(max(range.start, now + rules.lead), range.end)
        let length = rules.duration.milliseconds
        let spans = rules.zone.spans(
            of: Interval(starts.start, Instant(milliseconds: starts.end.milliseconds + length)))
        let free = openings(in: spans).compactMap { opening in
            // An appointment may end when the opening does.
            let last = Instant(milliseconds: opening.end.milliseconds - length + 1)
            let part = Interval(opening.start, last).intersection(starts)
            return part.isEmpty ? nil : part
        }.without(blocked)
        return StartGrid(minutes: rules.step ?? Self.shownEvery).moments(in: free, spans).map {
            Interval($0, Instant(milliseconds: $0.milliseconds + length))
        }
    }

    /// Why nobody can book a start now, or nil for one that can be booked.
    package func refusal(of start: Instant) -> StartRefusal? {
        if start < now { return .startInPast }
        let appointment = Interval(start, start + rules.duration)
        let spans = rules.zone.spans(of: appointment)
        if let step = rules.step, let offset = spans.first?.offset,
            !StartGrid(minutes: step).contains(start, offset: offset)
        {
            return .offGrid
        }
        if openings(in: spans) != [appointment] { return .outsideHours }
        if start < now + rules.lead { return .tooSoon }
        return blocked.contains { $0.contains(start) } ? .slotTaken : nil
    }

    /// When the service is open, in spans that follow each other. Openings that touch are one, be it at
    /// midnight.
    private func openings(in spans: [OffsetSpan]) -> [Interval] {
        guard let hours = rules.hours else { return spans.map(\.interval).joined() }
        return spans.flatMap { hours.openings(in: $0) }.joined()
    }
}

extension Availability {
    /// How far around a moment alternatives to it are looked for: first near it, then in a week.
    private static let distances: [Duration] = [.seconds(86_400), .seconds(7 * 86_400)]

    /// The range of starts that alternatives to a moment are taken from.
    package static func searched(near moment: Instant) -> Interval {
        distances.map { range(around: moment, $0) }.last ?? Interval(moment, moment)
    }

    /// The free appointments that are nearest to a moment, in their order: five, if a week has so many.
    package func alternatives(near moment: Instant) -> [Interval] {
        for distance in Self.distances {
            let found = starts(in: Self.range(around: moment, distance))
            if found.count >= Self.mostAlternatives { return Self.nearest(found, to: moment) }
            if distance == Self.distances.last { return found }
        }
        return []
    }

    /// Both ends are in it, so that what lies beyond is farther away than all that lies within.
    private static func range(around moment: Instant, _ distance: Duration) -> Interval {
        Interval(moment - distance, moment + distance + .milliseconds(1))
    }

    /// Of two that are as far away, the earlier one is nearer.
    private static func nearest(_ found: [Interval], to moment: Instant) -> [Interval] {
        var end = found.firstIndex { $0.start >= moment } ?? found.endIndex
        var start = end
        while end - start < mostAlternatives, start > 0 || end < found.endIndex {
            let isBefore =
                start > 0
                && (end == found.endIndex
                    || moment - found[start - 1].start <= found[end].start - moment)
            if isBefore { start -= 1 } else { end += 1 }
        }
        return Array(found[start..<end])
    }
}
