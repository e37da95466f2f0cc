import JSON
import Time
import Web

/// What is to be different about a session.
struct SessionChange: Sendable {
    let title: Change<String>
    let kind: Change<SessionKind>
    let start: Change<Instant>
    let end: Change<Instant>
    let description: Change<String?>
    let capacity: Change<Int>
    let price: Change<Int>

    static let schema: Schema<SessionChange> = .object(
        named: "SessionChange", SessionChange.init,
        Field("title", \.title, change: .sessionTitle, "What it is called."),
        Field("session_type", \.kind, change: .oneOf(SessionKind.allCases), "What sort it is of."),
        Field("start_time", \.start, change: .instant, "When it begins; its end stays."),
        Field("end_time", \.end, change: .instant, "When it ends."),
        Field(
            "description", \.description, nullableChange: .occasionDescription, "What it is."),
        Field("capacity", \.capacity, change: .sessionCapacity, "How many places there are."),
        Field("price", \.price, change: .price, "What a place costs from now on."))
}
