import Time
import Web

/// A booking as somebody wants to make it, whichever door they came in by.
struct NewBooking: Sendable {
    /// What is wanted.
    enum Target: Sendable {
        case occasion(OccasionKind, String, seats: Int)
        case service(String, at: Instant)
        case slot(Instant)
    }

    let target: Target
    let note: BookingNote
}
