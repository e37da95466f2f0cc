import JSON
import Time
import Web

/// A session as somebody wants to lead it.
struct NewSession: Sendable {
    let title: String
    let kind: SessionKind
    let start: Instant
    let end: Instant
    let description: String?
    let capacity: Int
    let price: Int

    static let schema: Schema<NewSession> = .object(
        named: "NewSession", NewSession.init,
        Field("title", \.title, .sessionTitle, "What it is called."),
        Field("session_type", \.kind, .oneOf(SessionKind.allCases), "What sort it is of."),
        Field("start_time", \.start, .instant, "When it begins; UTC where it has no offset."),
        Field("end_time", \.end, .instant, "When it ends, at most 366 days after its start."),
        Field("description", \.description, optional: .occasionDescription, "What it is."),
        Field("capacity", \.capacity, .sessionCapacity, default: 1, "How many places there are."),
        Field(
            "price", \.price, .price, default: 0,
            "What a place costs, in the server's currency."))
}
