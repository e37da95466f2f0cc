import Time

/// When a service may be booked: what availability is worked out from, besides the bookings there are.
package struct ServiceRules: Sendable {
    /// How long an appointment is.
    package let duration: Duration
    /// What is kept free behind each appointment.
    package let buffer: Duration
    /// How long before its start an appointment has to be booked.
    package let lead: Duration
    /// The minutes between two starts, from midnight on; nil where any moment may be one.
    package let step: Int?
    /// When appointments take place; nil means always.
    package let hours: WeeklyHours?
    /// Where the clocks hang that hours and steps are meant by.
    package let zone: Zone

    package init(
        duration: Duration, buffer: Duration = .zero, lead: Duration = .zero, step: Int? = nil,
        hours: WeeklyHours? = nil, zone: Zone
    ) {
        self.duration = duration
        self.buffer = buffer
        self.lead = lead
        self.step = step
        self.hours = hours
        self.zone = zone
    }

    /// The time that an appointment claims, its buffer included.
    package func claim(at start: Instant) -> Interval {
        Interval(start, start + (duration + buffer))
    }

    /// The time in which claims matter to starts of this range.
    package func reach(of range: Interval) -> Interval {
        Interval(range.start, range.end + (duration + buffer))
    }
}
