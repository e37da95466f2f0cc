// The rules of the house for times that clocks show twice or never. They are those of RFC 5545
// (section 3.3.5), and of the calendars that people have: in a gap the offset before it holds, which
// shifts a time forward by the gap's length; in an overlap the first one is meant.

extension Zone {
    /// The moment that is meant by a local time.
    package func instant(of local: LocalTime) -> Instant {
        switch instants(of: local) {
        case .once(let instant): instant
        case .twice(let first, _): first
        case .never(_, let shifted): shifted
        }
    }

    /// The first moment of a day: not always 00:00, as clocks may jump over that.
    ///
    /// A day that a zone left out altogether begins when the next one does.
    package func startOfDay(_ date: CivilDate) -> Instant {
        switch instants(of: LocalTime(date, .midnight)) {
        case .once(let instant): instant
        case .twice(let first, _): first
        case .never(let jump, _): jump
        }
    }

    /// Every moment at which clocks show a local time.
    package func instants(of local: LocalTime) -> Occurrence {
        let seconds = local.secondsSince1970
        let moment = timeline.folded(seconds)
        return timeline.occurrence(of: moment, later: seconds - moment)
    }
}
