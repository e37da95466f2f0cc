import Time

/// The appointments that are free, and the zone in which their times are shown.
struct FreeAppointments: Sendable {
    let appointments: [Interval]
    let zone: Zone
}
