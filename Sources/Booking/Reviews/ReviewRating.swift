import JSON

/// What an entry tells of a review that was changed: its rating, be it the old one. The words stand elsewhere.
struct ReviewRating: Equatable, Sendable {
    let rating: Int

    static let schema: Schema<ReviewRating> = .object(
        ReviewRating.init,
        Field("rating", \.rating, .integer(1...5), "From 1 to 5."))
}
