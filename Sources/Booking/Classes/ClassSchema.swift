import JSON
import Time
import Web

extension ClassView {
    static let answer: Answer<ClassView> = .object(
        "Class",
        [
            .init("id", .uuid, "Its id.") { $0.occasion.id },
            .init("name", .text, "What it is called.") { $0.occasion.facts.title },
            .init("date", .date, "The day, by the clocks of the zone.") { $0.local.date },
            .init("time", .text, "When it begins, by the clocks of the zone.") {
                $0.local.time.text
            },
            .init("instructor", .text, "The username of who leads it.") { $0.instructor },
            .init("instructor_id", nullable: .uuid, "The account of who leads it.") {
                $0.occasion.facts.host
            },
            .init("slots", .integer, "How many places there are.") {
                $0.occasion.facts.capacity
            },
            .init("available_slots", .integer, "How many places are left.") { $0.occasion.free },
            .init("status", .oneOf(Occasion.Status.allCases), "Whether it takes place.") {
                $0.occasion.facts.status
            },
            .init("timezone", .text, "Where the clocks hang that show date and time.") {
                $0.timezone
            },
            .init("starts_at", .instant, "When it begins.") { $0.occasion.facts.startsAt },
            .init("ends_at", nullable: .instant, "When it ends.") { $0.occasion.facts.endsAt },
            .init("description", nullable: .text, "What it is.") {
                $0.occasion.facts.description
            },
            .init("location", nullable: .text, "Where it is.") { $0.occasion.facts.location },
            .init("created_at", .instant, "When it was made.") { $0.occasion.createdAt },
            .init("updated_at", .instant, "When it was last changed.") { $0.occasion.updatedAt },
        ])

    static func tag(_ view: ClassView) -> String { Occasion.tag(view.occasion) }
}

extension Schema where Value == String {
    static var className: Schema { trimmedText(1...255) }
}

extension Schema where Value == Int {
    static var classSlots: Schema { integer(1...10_000) }
    /// Two weeks at most.
    static var classDuration: Schema { integer(1...20_160) }
}
