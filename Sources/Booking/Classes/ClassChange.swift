import JSON
import Time
import Web

/// What is to be different about a class.
struct ClassChange: Sendable {
    let name: Change<String>
    let schedule: Change<Instant>
    let slots: Change<Int>
    let timezone: Change<String>
    let duration: Change<Int>
    let description: Change<String?>
    let location: Change<String?>

    static let schema: Schema<ClassChange> = .object(
        named: "ClassChange", ClassChange.init,
        Field("name", \.name, change: .className, "What it is called."),
        Field("schedule", \.schedule, change: .instantWithOffset, "When it begins."),
        Field("slots", \.slots, change: .classSlots, "How many places there are."),
        Field("timezone", \.timezone, change: .zoneName, "Where it is, as clocks go."),
        Field("duration_minutes", \.duration, change: .classDuration, "How long it takes."),
        Field(
            "description", \.description, nullableChange: .occasionDescription, "What it is."),
        Field("location", \.location, nullableChange: .occasionLocation, "Where it is."))
}
