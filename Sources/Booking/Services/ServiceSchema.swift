import JSON
import Time

extension Service {
    static let answer: Answer<Service> = .object(
        "Service",
        [
            .init("id", .uuid, "Its id.") { $0.id },
            .init("title", .text, "What it is called.") { $0.facts.title },
            .init("description", .text, "What it is.") { $0.facts.description },
            .init("price", .money, "What it costs.") { $0.facts.price },
            .init("currency", .text, "The currency of the price, as ISO 4217 has it.") {
                $0.facts.currency
            },
            .init("duration_minutes", .integer, "How long an appointment is.") {
                $0.facts.timing.duration
            },
            .init("is_active", .boolean, "Whether it can be booked.") { $0.isActive },
            .init("rating_average", nullable: .number, "From 1 to 5; null without ratings.") {
                $0.ratingAverage
            },
            .init("rating_count", .integer, "How many have rated it.") { $0.ratingCount },
            .init("buffer_minutes", .integer, "What is kept free behind each appointment.") {
                $0.facts.timing.buffer
            },
            .init("lead_minutes", .integer, "How long before its start it has to be booked.") {
                $0.facts.timing.lead
            },
            .init(
                "step_minutes", nullable: .integer,
                "How far starts are apart, from midnight on; null where any moment is one."
            ) { $0.facts.timing.step },
            .init(
                "hours", nullable: ServiceHours.schema.answer,
                "When appointments take place; null means always."
            ) { $0.facts.timing.hours },
            .init("created_at", .instant, "When it was made.") { $0.createdAt },
            .init("updated_at", .instant, "When it was last changed.") { $0.updatedAt },
        ])

    /// A new tag at each change, and at each rating.
    static func tag(_ service: Service) -> String {
        "\"\(service.version)-\(service.ratingCount)-\(service.ratingSum)\""
    }
}

extension FreeAppointments {
    static let answer: Answer<FreeAppointments> = .object(
        "FreeAppointments",
        [
            .init("slots", .array(of: slot), "Every start that can be booked now, in order.") {
                free in
                free.appointments.map { Slot(appointment: $0, zone: free.zone) }
            },
            .init("timezone", .text, "Where the clocks hang that show `date` and `time`.") {
                $0.zone.name
            },
        ])

    private struct Slot {
        let appointment: Interval
        let zone: Zone
    }

    private static let slot: Answer<Slot> = .object(
        "FreeAppointment",
        [
            .init("start_time", .instant, "When it starts.") { $0.appointment.start },
            .init("end_time", .instant, "When it ends.") { $0.appointment.end },
            .init("date", .date, "The day on which it starts, by the clocks of the zone.") {
                $0.zone.local(at: $0.appointment.start).date
            },
            .init("time", .text, "When it starts, by the clocks of the zone.") {
                $0.zone.local(at: $0.appointment.start).time.text
            },
        ])
}

extension Schema where Value == String {
    static var serviceTitle: Schema { trimmedText(1...200) }
    static var serviceDescription: Schema { text(0...1_000) }
}

extension Schema where Value == Int {
    static var serviceDuration: Schema { integer(1...1_440) }
    static var serviceBuffer: Schema { integer(0...1_440) }
    /// In minor units; more is a slip.
    static var price: Schema { money(upTo: 1_000_000_000_00) }
    /// A year at most.
    static var serviceLead: Schema { integer(0...527_040) }
    /// Closer than five minutes there is no point in a grid, and a list of them would be long.
    static var serviceStep: Schema { integer(5...1_440) }
}
