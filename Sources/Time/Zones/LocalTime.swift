/// A day and what a clock on a wall shows on it, in a zone that stands elsewhere.
///
/// It is no moment: a zone makes one of it, and where clocks are set forward or back there may be none
/// or two.
package struct LocalTime: Hashable, Comparable, Sendable {
    package var date: CivilDate
    package var time: TimeOfDay

    package init(_ date: CivilDate, _ time: TimeOfDay) {
        self.date = date
        self.time = time
    }

    /// What a clock shows that was never set, so many seconds after 1970-01-01 00:00:00.
    package init(secondsSince1970 seconds: Int64) {
        let days = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400
        date = CivilDate(daysSince1970: Int(days))
        time = TimeOfDay(unchecked: Int(seconds - days * 86_400))
    }

    /// Seconds since 1970-01-01 00:00:00, as a clock counts them that is never set.
    package var secondsSince1970: Int64 {
        Int64(date.daysSince1970) * 86_400 + Int64(time.secondsSinceMidnight)
    }

    package static func < (a: LocalTime, b: LocalTime) -> Bool {
        a.secondsSince1970 < b.secondsSince1970
    }
}
