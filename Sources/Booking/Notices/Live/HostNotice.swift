import JSON
import Time

/// What somebody is told who leads a thing that somebody has booked.
struct HostNotice: Sendable {
    let view: BookingView
    let isRead: Bool

    var message: String {
        let name = view.customer.name ?? "somebody who has left"
        return "New booking from \(name) for \(view.item?.title ?? "")"
    }

    static let type = "new_booking"
}

extension HostNotice {
    static let answer: Answer<HostNotice> = .object(
        "Notification",
        [
            .init("id", .uuid, "Its id, which is that of the booking.") { $0.view.booking.id },
            .init("type", .oneOf([type]), "What it tells of.") { _ in type },
            .init(
                "seq", .integer,
                "The place of the booking in the journal: newer ones have higher ones."
            ) {
                $0.view.booking.number
            },
            .init("booking_id", .uuid, "The booking.") { $0.view.booking.id },
            .init("user", BookingView.bookingUser, "Who has booked.") { $0.view },
            .init("session", session, "What was booked, whatever kind it is of.") { $0.view },
            .init("timestamp", .instant, "When it was booked.") { $0.view.booking.createdAt },
            .init("message", .text, "A line for people.") { $0.message },
            .init("read", .boolean, "Whether it was marked as read.") { $0.isRead },
        ])

    private static let session: Answer<BookingView> = .object(
        "NotifiedSession",
        [
            .init("id", .uuid, "Its id.") { $0.item?.id ?? "" },
            .init("kind", .oneOf(BookingKind.allCases), "What sort of thing it is.") {
                $0.booking.kind
            },
            .init("title", .text, "What it is called.") { $0.item?.title ?? "" },
            .init("start_time", .instant, "When it begins.") { $0.booking.start },
            .init("end_time", nullable: .instant, "When it ends, if that is known.") {
                $0.booking.end
            },
            .init("facilitator", .text, "The name of who leads it.") { $0.item?.hostName ?? "" },
        ])
}
