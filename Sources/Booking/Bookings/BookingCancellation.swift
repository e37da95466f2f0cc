import JSON

/// The body of a cancellation, which nobody has to send.
struct BookingCancellation: Sendable {
    let reason: String?

    static let none = BookingCancellation(reason: nil)

    static let schema: Schema<BookingCancellation> = .object(
        named: "BookingCancellation", BookingCancellation.init,
        Field("reason", \.reason, optional: .bookingNotes, "Why, for whom it concerns."))
}
