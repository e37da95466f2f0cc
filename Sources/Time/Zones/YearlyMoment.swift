/// A day that comes every year, and a time on it, as POSIX writes them: `M3.5.0/-1`, `J60`, `59/12`.
struct YearlyMoment: Equatable, Sendable {
    enum Day: Equatable, Sendable {
        /// The first to fourth such weekday of a month, or with 5 its last. Sunday is 0.
        case weekday(Int, week: Int, month: Int)
        /// Counted from 1, the 29th of February left out.
        case numberWithoutLeapDay(Int)
        /// Counted from 0.
        case number(Int)
    }

    let day: Day
    /// Seconds since that day's midnight; may lie in the week before or after it.
    let time: Int64

    /// When it is, as a clock counts seconds since 1970 that stays as it was before.
    func seconds(in year: Int) -> Int64 {
        Int64(days(in: year)) * 86_400 + time
    }

    private func days(in year: Int) -> Int {
        let newYear = CivilDate(year: year, month: 1, day: 1).daysSince1970
        switch day {
        case .weekday(let weekday, let week, let month):
            return days(of: weekday, week: week, CivilDate(year: year, month: month, day: 1))
        case .numberWithoutLeapDay(let number):
            let hasLeapDay = CivilDate(year: year, month: 2, day: 29).isReal
            return newYear + number - (hasLeapDay && number >= 60 ? 0 : 1)
        case .number(let number):
            return newYear + number
        }
    }

    private func days(of weekday: Int, week: Int, _ first: CivilDate) -> Int {
        let firstOne = (weekday - first.daysSinceSunday + 7) % 7
        let day = CivilDate(daysSince1970: first.daysSince1970 + firstOne + (week - 1) * 7)
        // A fifth one that the month doesn't have.
        return day.month == first.month ? day.daysSince1970 : day.daysSince1970 - 7
    }
}
