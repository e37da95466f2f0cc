import JSON

/// What is to be different about a service.
struct ServiceChange: Sendable {
    let title: Change<String>
    let description: Change<String>
    let price: Change<Int>
    let duration: Change<Int>
    let isActive: Change<Bool>
    let buffer: Change<Int>
    let lead: Change<Int>
    let step: Change<Int?>
    let hours: Change<ServiceHours?>

    static let schema: Schema<ServiceChange> = .object(
        named: "ServiceChange", ServiceChange.init,
        Field("title", \.title, change: .serviceTitle, "What it is called."),
        Field("description", \.description, change: .serviceDescription, "What it is."),
        Field("price", \.price, change: .price, "What it costs from now on."),
        Field("duration_minutes", \.duration, change: .serviceDuration, "How long it takes."),
        Field("is_active", \.isActive, change: .boolean, "Whether it can be booked."),
        Field(
            "buffer_minutes", \.buffer, change: .serviceBuffer,
            "What is kept free behind each appointment."),
        Field(
            "lead_minutes", \.lead, change: .serviceLead,
            "How long before its start an appointment has to be booked."),
        Field(
            "step_minutes", \.step, nullableChange: .serviceStep,
            "How far starts are apart, counted from midnight; null makes any moment a start."),
        Field(
            "hours", \.hours, nullableChange: ServiceHours.schema,
            "When appointments take place; null means always."))

    /// Bookings that there are keep their times.
    func applied(to old: ServiceFacts) -> ServiceFacts {
        let timing = old.timing
        return ServiceFacts(
            title: title.applied(to: old.title),
            description: description.applied(to: old.description),
            price: price.applied(to: old.price), currency: old.currency,
            status: isActive.applied(to: old.status == .active) ? .active : .inactive,
            timing: ServiceTiming(
                duration: duration.applied(to: timing.duration),
                buffer: buffer.applied(to: timing.buffer), lead: lead.applied(to: timing.lead),
                step: step.applied(to: timing.step), hours: hours.applied(to: timing.hours)))
    }
}
