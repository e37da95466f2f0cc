import JSON

/// What an entry tells of a review when it is posted. The words stand elsewhere.
struct ReviewFacts: Equatable, Sendable {
    let booking: String
    /// Whose it is.
    let user: String
    let subject: ReviewSubject
    let rating: Int
}

extension ReviewFacts {
    /// Wider than what requests may bring: it has to read what was recorded once, for ever.
    static let schema: Schema<ReviewFacts> = .object(
        ReviewFacts.init,
        Field("booking", \.booking, .text(1...100), "Of which booking it is."),
        Field("user", \.user, .text(1...100), "Whose it is."),
        Field("subject", \.subject, ReviewSubject.schema, "What was booked."),
        Field("rating", \.rating, .integer(1...5), "From 1 to 5."))
}
