import JSON
import Web

extension SessionView {
    static let answer: Answer<SessionView> = .object("Session", members)

    /// As who leads it sees it.
    static let ownAnswer: Answer<SessionView> = .object(
        "OwnSession",
        members + [
            .init("bookings_count", .integer, "How many places are booked.") { $0.occasion.taken }
        ])

    static let created: Answer<SessionView> = .object(
        "CreatedSession",
        [
            message("Session created successfully"),
            .init("session_id", .uuid, "The id of the session.") { $0.occasion.id },
            .init("session", answer, "The session.") { $0 },
        ])

    static let changed: Answer<SessionView> = .object(
        "ChangedSession",
        [
            message("Session updated successfully"),
            .init("session", answer, "The session as it is now.") { $0 },
        ])

    static let cancelled: Answer<SessionView> = .object(
        "CancelledSession", [message("Session cancelled successfully")])

    private static func message(_ text: String) -> AnswerMember<SessionView> {
        AnswerMember("message", .text, "What was done.") { _ in text }
    }

    private static let members: [AnswerMember<SessionView>] = described + timed

    private static let described: [AnswerMember<SessionView>] = [
        .init("id", .uuid, "Its id.") { $0.occasion.id },
        .init("title", .text, "What it is called.") { $0.occasion.facts.title },
        .init("description", nullable: .text, "What it is.") { $0.occasion.facts.description },
        .init("facilitator", .text, "The name of who leads it.") { $0.facilitator },
        .init("facilitator_id", nullable: .uuid, "The account of who leads it.") {
            $0.occasion.facts.host
        },
        .init("session_type", .oneOf(SessionKind.allCases), "What sort it is of.") { $0.kind },
    ]

    private static let timed: [AnswerMember<SessionView>] = [
        .init("start_time", .instant, "When it begins.") { $0.occasion.facts.startsAt },
        .init("end_time", nullable: .instant, "When it ends.") { $0.occasion.facts.endsAt },
        .init("capacity", .integer, "How many places there are.") { $0.occasion.facts.capacity },
        .init("price", .money, "What a place costs.") { $0.occasion.facts.price },
        .init("currency", .text, "The currency of the price, as ISO 4217 has it.") {
            $0.occasion.facts.currency
        },
        .init("available_spots", .integer, "How many places are left.") { $0.occasion.free },
        .init("status", .oneOf(Occasion.Status.allCases), "Whether it takes place.") {
            $0.occasion.facts.status
        },
        .init("timezone", .text, "Where it takes place, as clocks go.") {
            $0.occasion.facts.timezone
        },
        .init("created_at", .instant, "When it was made.") { $0.occasion.createdAt },
        .init("updated_at", .instant, "When it was last changed.") { $0.occasion.updatedAt },
    ]
}

extension Schema where Value == String {
    static var sessionTitle: Schema { trimmedText(1...200) }
}

extension Schema where Value == Int {
    static var sessionCapacity: Schema { integer(1...10_000) }
}
