import JSON
import Time
import Web

/// A class as somebody wants to give it.
struct NewClass: Sendable {
    let name: String
    let schedule: Instant
    let slots: Int
    let timezone: String?
    let duration: Int
    let description: String?
    let location: String?

    static let schema: Schema<NewClass> = .object(
        named: "NewClass", NewClass.init,
        Field("name", \.name, .className, "What it is called."),
        Field("schedule", \.schedule, .instantWithOffset, "When it begins; with an offset."),
        Field("slots", \.slots, .classSlots, "How many places there are."),
        Field(
            "timezone", \.timezone, optional: .zoneName,
            "Where it takes place, as clocks go; the server's own where it isn't said."),
        Field(
            "duration_minutes", \.duration, .classDuration, default: 60, "How long it takes."),
        Field("description", \.description, optional: .occasionDescription, "What it is."),
        Field("location", \.location, optional: .occasionLocation, "Where it is."))
}
