import JSON
import Web

/// An event is an occasion that the house itself has: nobody leads it.
enum EventSchema {
    static let answer: Answer<Occasion> = .object("Event", members)

    static let members: [AnswerMember<Occasion>] = described + timed

    private static let described: [AnswerMember<Occasion>] = [
        .init("event_id", .uuid, "Its id.") { $0.id },
        .init("id", .uuid, "The same id.") { $0.id },
        .init("event_name", .text, "What it is called.") { $0.facts.title },
        .init("event_venue", .text, "Where it takes place.") { $0.facts.location ?? "" },
        .init("event_date", .instant, "When it begins.") { $0.facts.startsAt },
        .init("event_end", nullable: .instant, "When it ends, if that is known.") {
            $0.facts.endsAt
        },
        .init("event_availibility", .integer, "How many places are left.") { $0.free },
        .init("event_availability", .integer, "The same, as others spell it.") { $0.free },
        .init("event_capacity", .integer, "How many places there are.") { $0.facts.capacity },
    ]

    private static let timed: [AnswerMember<Occasion>] = [
        .init("price", .money, "What a place costs.") { $0.facts.price },
        .init("currency", .text, "The currency of the price, as ISO 4217 has it.") {
            $0.facts.currency
        },
        .init("status", .oneOf(Occasion.Status.allCases), "Whether it takes place.") {
            $0.facts.status
        },
        .init("description", nullable: .text, "What it is.") { $0.facts.description },
        .init("timezone", .text, "Where it takes place, as clocks go.") { $0.facts.timezone },
        .init("created_at", .instant, "When it was made.") { $0.createdAt },
        .init("updated_at", .instant, "When it was last changed.") { $0.updatedAt },
    ]
}

extension Schema where Value == String {
    static var eventText: Schema { trimmedText(1...255) }
}

extension Schema where Value == Int {
    static var eventPlaces: Schema { integer(0...1_000_000) }
}
