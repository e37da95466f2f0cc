import JSON
import Time
import Web

/// What is to be different about an event.
struct EventChange: Sendable {
    let name: Change<String>
    let venue: Change<String>
    let start: Change<Instant>
    let end: Change<Instant?>
    /// How many places are to be left, or how many there are to be in all.
    let free: Change<Int>
    let capacity: Change<Int>
    let price: Change<Int>
    let description: Change<String?>

    static let schema: Schema<EventChange> = Schema.object(
        named: "EventChange", EventChange.init,
        Field("event_name", \.name, change: .eventText, "What it is called."),
        Field("event_venue", \.venue, change: .eventText, "Where it takes place."),
        Field("event_date", \.start, change: .instant, "When it begins; its end stays."),
        Field("event_end", \.end, nullableChange: .instant, "When it ends; null if nobody knows."),
        Field(
            "event_availibility", \.free, change: .eventPlaces,
            "How many places are to be left beside those that are booked."
        ).alsoSpelled("event_availability"),
        Field("event_capacity", \.capacity, change: .eventPlaces, "How many places there are."),
        Field("price", \.price, change: .price, "What a place costs from now on."),
        Field(
            "description", \.description, nullableChange: .occasionDescription, "What it is.")
    ).refined(
        code: "not_allowed", detail: "can't be given beside `event_availibility`",
        at: "event_capacity"
    ) { $0.free.value == nil || $0.capacity.value == nil }

    /// How many places there are in all after the change.
    func capacity(of event: Occasion) -> Int {
        free.value.map { event.taken + $0 } ?? capacity.applied(to: event.facts.capacity)
    }
}
