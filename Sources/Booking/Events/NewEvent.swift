import JSON
import Time
import Web

/// An event as somebody announces it.
struct NewEvent: Sendable {
    let name: String
    let venue: String
    let start: Instant
    let end: Instant?
    let places: Int
    let price: Int
    let description: String?

    static let schema: Schema<NewEvent> = .object(
        named: "NewEvent", NewEvent.init,
        Field("event_name", \.name, .eventText, "What it is called."),
        Field("event_venue", \.venue, .eventText, "Where it takes place."),
        Field("event_date", \.start, .instant, "When it begins; UTC where it has no offset."),
        Field("event_end", \.end, optional: .instant, "When it ends, at most 366 days later."),
        Field("event_availibility", \.places, .eventPlaces, "How many places there are.")
            .alsoSpelled("event_availability"),
        Field(
            "price", \.price, .price, default: 0,
            "What a place costs, in the server's currency."),
        Field("description", \.description, optional: .occasionDescription, "What it is."))
}
