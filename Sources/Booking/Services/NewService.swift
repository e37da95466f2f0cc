import JSON

/// A service as somebody wants to offer it.
struct NewService: Sendable {
    let title: String
    let description: String
    let price: Int
    let duration: Int
    let isActive: Bool
    let buffer: Int
    let lead: Int
    let step: Int?
    let hours: ServiceHours?

    static let schema: Schema<NewService> = .object(
        named: "NewService", NewService.init,
        Field("title", \.title, .serviceTitle, "What it is called."),
        Field("description", \.description, .serviceDescription, default: "", "What it is."),
        Field("price", \.price, .price, "What it costs, in the server's currency."),
        Field("duration_minutes", \.duration, .serviceDuration, "How long an appointment is."),
        Field("is_active", \.isActive, .boolean, default: true, "Whether it can be booked."),
        Field(
            "buffer_minutes", \.buffer, .serviceBuffer, default: 0,
            "What is kept free behind each appointment."),
        Field(
            "lead_minutes", \.lead, .serviceLead, default: 0,
            "How long before its start an appointment has to be booked."),
        Field(
            "step_minutes", \.step, optional: .serviceStep,
            "How far starts are apart, counted from midnight; without it any moment is a start."),
        Field(
            "hours", \.hours, optional: ServiceHours.schema,
            "When appointments take place; without them always."))

    func facts(in currency: String) -> ServiceFacts {
        ServiceFacts(
            title: title, description: description, price: price, currency: currency,
            status: isActive ? .active : .inactive,
            timing: ServiceTiming(
                duration: duration, buffer: buffer, lead: lead, step: step, hours: hours))
    }
}
