import JSON
import Time

/// When a booking takes place, and until when its time is taken.
struct BookingTimes: Equatable, Sendable {
    let start: Instant
    /// Nil where nobody knows.
    let end: Instant?
    /// Until when nothing else can take place; nil where places are booked and no time.
    let claimedUntil: Instant?

    /// An appointment of a service, its buffer included.
    init(_ rules: ServiceRules, at start: Instant) {
        self.init(
            start: start, end: start + rules.duration, claimedUntil: rules.claim(at: start).end)
    }

    init(start: Instant, end: Instant?, claimedUntil: Instant?) {
        self.start = start
        self.end = end
        self.claimedUntil = claimedUntil
    }

    /// Whether every moment can be written.
    var isPlain: Bool {
        let range = Instant.writable
        return range.contains(start) && end.map(range.contains) != false
            && claimedUntil.map(range.contains) != false
    }

    static let schema: Schema<BookingTimes> = .object(
        BookingTimes.init(start:end:claimedUntil:),
        Field("starts_at", \.start, .instant, "When it begins."),
        Field("ends_at", \.end, optional: .instant, "When it ends."),
        Field(
            "claimed_until", \.claimedUntil, optional: .instant,
            "Until when nothing else takes place there."))
}
