extension CivilDate {
    /// How many days ago Sunday was: 0 on a Sunday, 6 on a Saturday.
    package var daysSinceSunday: Int {
        // 1970-01-01 was a Thursday.
        let days = (daysSince1970 + 4) % 7
        return days >= 0 ? days : days + 7
    }

    /// The date so many days later, or earlier.
    package func adding(days: Int) -> CivilDate {
        CivilDate(daysSince1970: daysSince1970 + days)
    }
}
