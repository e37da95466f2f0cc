import JSON
import Time

/// What somebody is told of whose booking it is: what has happened, and how the booking stands now.
struct ChangeNotice: Sendable {
    let entry: LiveEntry
    /// Nil of what was deleted.
    let view: BookingView?

    var json: [UInt8] { ChangeNotice.answer.bytes(of: self, reserving: 768) }

    private static let answer: Answer<ChangeNotice> = .object(
        "BookingNotice",
        [
            .init("type", .text, "The kind of the entry.") { $0.entry.kind },
            .init("seq", .integer, "Its place in the journal.") { $0.entry.seq },
            .init("booking_id", .uuid, "The booking.") { $0.entry.booking },
            .init("timestamp", .instant, "When it happened.") { $0.entry.at },
            .init("booking", omittable: BookingView.answer, "The booking.") { $0.view },
        ])
}
