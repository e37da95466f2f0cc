import JSON
import Time
import Web

/// What is to be different about a booking.
struct BookingChange: Sendable {
    let start: Change<Instant>
    let status: Change<BookingState>
    let notes: Change<String?>
    let reason: String?

    static let schema: Schema<BookingChange> = .object(
        named: "BookingChange", BookingChange.init,
        Field("start_time", \.start, change: .instant, "When it is to begin.")
            .alsoSpelled("slot"),
        Field("status", \.status, change: .oneOf(BookingState.allCases), "What it is to become."),
        Field("notes", \.notes, nullableChange: .bookingNotes, "What else there is to say."),
        Field("reason", \.reason, optional: .bookingNotes, "Why, where it is cancelled."))
}
