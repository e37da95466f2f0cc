import JSON

/// How long a service takes and when it can be booked, as whoever offers it says: in minutes, and with
/// the name of a zone.
package struct ServiceTiming: Equatable, Sendable {
    package var duration: Int
    package var buffer: Int
    package var lead: Int
    package var step: Int?
    package var hours: ServiceHours?
}

extension ServiceTiming {
    /// As entries have it, wider than what requests may bring.
    static let schema: Schema<ServiceTiming> = .object(
        ServiceTiming.init,
        Field("duration", \.duration, .integer(1...100_000), "Minutes of an appointment."),
        Field("buffer", \.buffer, .integer(0...100_000), "Minutes kept free behind it."),
        Field("lead", \.lead, .integer(0...10_000_000), "Minutes before it to book it in."),
        Field("step", \.step, optional: .integer(1...100_000), "Minutes between two starts."),
        Field("hours", \.hours, optional: ServiceHours.recorded, "When it takes place."))
}
