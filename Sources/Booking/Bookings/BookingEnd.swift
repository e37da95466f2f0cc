import JSON

/// What an entry tells of a cancellation: through whom or what it came. The words that somebody found for it
/// stand elsewhere.
struct BookingEnd: Equatable, Sendable {
    enum Cause: String, CaseIterable, Sendable {
        /// Whose booking it is.
        case customer
        /// Who leads it, or runs the house.
        case host
        /// What was booked doesn't take place.
        case occasion
        /// What was booked isn't offered any more.
        case service
        /// Whose booking it was has left for good.
        case account
    }

    let cause: Cause

    static let schema: Schema<BookingEnd> = .object(
        BookingEnd.init,
        Field("cause", \.cause, .oneOf(Cause.allCases), "Through whom or what it came."))
}
