/// When a service takes place in a week, and where the clocks hang that this is meant by.
package struct ServiceHours: Equatable, Sendable {
    /// The name of a zone in the IANA database.
    package let timezone: String
    package let weekly: WeeklyHours

    package init(timezone: String, weekly: WeeklyHours) {
        self.timezone = timezone
        self.weekly = weekly
    }
}
