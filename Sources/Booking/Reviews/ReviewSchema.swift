import JSON

/// A review as somebody wants to post it.
struct NewReview: Sendable {
    let booking: String
    let rating: Int
    let comment: String

    static let schema: Schema<NewReview> = .object(
        named: "NewReview", NewReview.init,
        Field("booking_id", \.booking, .uuid, "A booking of one's own that was completed."),
        Field("rating", \.rating, .rating, "From 1, the worst, to 5, the best."),
        Field("comment", \.comment, .reviewComment, "What there is to say, for all to read."))
}

/// What is to be different about a review.
struct ReviewChange: Sendable {
    let rating: Change<Int>
    let comment: Change<String>

    static let schema: Schema<ReviewChange> = .object(
        named: "ReviewChange", ReviewChange.init,
        Field("rating", \.rating, change: .rating, "From 1, the worst, to 5, the best."),
        Field("comment", \.comment, change: .reviewComment, "What there is to say."))
}

extension Schema where Value == Int {
    static var rating: Schema { integer(Review.ratings) }
}

extension Schema where Value == String {
    static var reviewComment: Schema { trimmedText(1...1_000) }
}

extension Review {
    static let answer: Answer<Review> = .object(
        "Review",
        [
            .init("id", .uuid, "Its id.") { $0.id },
            .init("booking_id", .uuid, "Of which booking it is.") { $0.booking },
            .init("service_id", nullable: .uuid, "The service, where one was booked.") {
                $0.subject.kind == .service ? $0.subject.item : nil
            },
            .init("kind", .oneOf(BookingKind.allCases), "What sort of thing was booked.") {
                $0.subject.kind
            },
            .init(
                "item_id", nullable: .uuid,
                "The class, session, event or service; null of a slot of the house itself."
            ) { $0.subject.item },
            .init("user_id", nullable: .uuid, "Its author; null of whoever has left for good.") {
                $0.author.name == nil ? nil : $0.author.id
            },
            .init("user_name", .text, "What the author is called; empty of who has left.") {
                $0.author.name ?? ""
            },
            .init("rating", .integer, "From 1 to 5.") { $0.rating },
            .init("comment", .text, "What the author says; empty of who has left.") {
                $0.comment
            },
            .init("created_at", .instant, "When it was posted.") { $0.createdAt },
            .init("updated_at", .instant, "When it was last changed.") { $0.updatedAt },
        ])

    /// A new tag at each change, and when its author gets another name or leaves.
    static func tag(_ review: Review) -> String {
        "\"\(review.version)-\(review.author.version)\""
    }
}
