import JSON

/// What is known still of something that was deleted.
struct GoneThing {
    let id: String
    var name: String?
    var kind: BookingKind?
    var user: String?
    var seats: Int?
    /// What a booking was of.
    var booked: String?
    var booking: String?
    /// What a review was of.
    var item: String?

    static let answer: Answer<GoneThing> = .object(
        "Deleted",
        [
            .init("id", .uuid, "What was deleted.") { $0.id },
            .init("name", omittable: .text, "Of a role: its name.") { $0.name },
            .init("booking_id", omittable: .uuid, "Of a review: the booking it was about.") {
                $0.booking
            },
            .init(
                "kind", omittable: .oneOf(BookingKind.allCases),
                "Of a booking or a review: what was booked."
            ) { $0.kind },
            .init("item_id", omittable: .uuid, "Of a review: what was booked.") { $0.item },
            .init("user_id", omittable: .uuid, "Of a booking: whose it was.") { $0.user },
            .init("seats", omittable: .integer, "Of a booking: how many places it held.") {
                $0.seats
            },
        ] + [BookingKind.class, .session, .event, .service].map(booked))

    private static func booked(_ kind: BookingKind) -> AnswerMember<GoneThing> {
        AnswerMember(
            "\(kind.rawValue)_id", omittable: .uuid, "Of a booking of this kind: what was booked."
        ) { $0.kind == kind ? $0.booked : nil }
    }
}
