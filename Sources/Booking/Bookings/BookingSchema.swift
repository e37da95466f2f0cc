import JSON
import Time

extension BookingView {
    static let answer: Answer<BookingView> = .object("Booking", members)

    /// As it is answered to who has made it, which says of a session what its clients look for.
    static let placed: Answer<BookingView> = .object(
        "PlacedBooking",
        members + [
            .init("message", omittable: .text, "What was done, of a session.") {
                $0.isOf(.session) ? "Booking created successfully" : nil
            },
            .init("booking_id", omittable: .uuid, "The same id, of a session.") {
                $0.isOf(.session) ? $0.booking.id : nil
            },
        ])

    static let members: [AnswerMember<BookingView>] =
        core + ofClasses + ofServices + ofSessions + ofEvents

    private static let core: [AnswerMember<BookingView>] = [
        .init("id", .uuid, "Its id.") { $0.booking.id },
        .init("kind", .oneOf(BookingKind.allCases), "What sort of thing is booked.") {
            $0.booking.kind
        },
        .init("state", .oneOf(BookingState.allCases), "How far it has come.") {
            $0.booking.state
        },
        .init(
            "status", .oneOf(["active"] + BookingState.allCases.map(\.rawValue)),
            "The same; of a class `active` while it is still to take place."
        ) { $0.status },
        .init("user_id", .uuid, "Whose it is.") { $0.booking.user },
        .init("seats", .integer, "How many places.") { $0.booking.seats },
        .init("start_time", .instant, "When it begins.") { $0.booking.start },
        .init("end_time", nullable: .instant, "When it ends, if that is known.") {
            $0.booking.end
        },
        .init("price", .money, "What a place cost when it was booked.") { $0.booking.price },
        .init("currency", .text, "The currency of the price, as ISO 4217 has it.") {
            $0.booking.currency
        },
        .init("notes", nullable: .text, "What else was said.") { $0.note.notes },
        .init("cancellation_reason", nullable: .text, "Why it was cancelled, if it was said.") {
            $0.note.reason
        },
        .init("created_at", .instant, "When it was made.") { $0.booking.createdAt },
        .init("updated_at", .instant, "When it was last changed.") { $0.booking.updatedAt },
    ]

    private static let ofClasses: [AnswerMember<BookingView>] = [
        .init("class_id", omittable: .uuid, "The class.") { $0.item(of: .class)?.id },
        .init("class_name", omittable: .text, "What the class is called.") {
            $0.item(of: .class)?.title
        },
        .init("class_date", omittable: .date, "The day of the class, by the clocks of its zone.") {
            $0.isOf(.class) ? $0.local?.date : nil
        },
        .init("class_time", omittable: .text, "When the class begins, by the same clocks.") {
            $0.isOf(.class) ? $0.local?.time.text : nil
        },
        .init("client_name", omittable: .text, "Who comes to the class.") {
            $0.isOf(.class) ? $0.clientName : nil
        },
        .init("client_email", omittable: .text, "The address of who comes to the class.") {
            $0.isOf(.class) ? $0.clientEmail : nil
        },
        .init("timezone", omittable: .text, "Where the clocks of the class hang.") {
            $0.isOf(.class) ? $0.timezone : nil
        },
    ]

    private static let ofServices: [AnswerMember<BookingView>] = [
        .init("service_id", omittable: .uuid, "The service.") { $0.item(of: .service)?.id },
        .init("service_title", omittable: .text, "What the service is called.") {
            $0.item(of: .service)?.title
        },
        .init("slot", omittable: .instant, "When time of the house itself begins.") {
            $0.isOf(.slot) ? $0.booking.start : nil
        },
    ]

    private static let ofSessions: [AnswerMember<BookingView>] = [
        .init("session_id", omittable: .uuid, "The session.") { $0.item(of: .session)?.id },
        .init("session", omittable: session, "The session, as far as a booking shows it.") {
            $0.isOf(.session) ? $0 : nil
        },
        .init(
            "booking_status", omittable: .oneOf(BookingState.allCases),
            "How far it has come, of a session."
        ) { $0.isOf(.session) ? $0.booking.state : nil },
        .init("booking_date", omittable: .instant, "When it was made, of a session.") {
            $0.isOf(.session) ? $0.booking.createdAt : nil
        },
    ]

    private static let ofEvents: [AnswerMember<BookingView>] = [
        .init("event_id", omittable: .uuid, "The event.") { $0.item(of: .event)?.id },
        .init("event_name", omittable: .text, "What the event is called.") {
            $0.item(of: .event)?.title
        },
        .init("event_venue", omittable: .text, "Where the event takes place.") {
            $0.isOf(.event) ? $0.item?.location ?? "" : nil
        },
    ]

    private static let session: Answer<BookingView> = .object(
        "BookedSession",
        [
            .init("id", .uuid, "Its id.") { $0.item?.id ?? "" },
            .init("title", .text, "What it is called.") { $0.item?.title ?? "" },
            .init("start_time", .instant, "When it begins.") { $0.booking.start },
            .init("end_time", nullable: .instant, "When it ends.") { $0.booking.end },
            .init("facilitator", .text, "The name of who leads it.") { $0.item?.hostName ?? "" },
        ])

    private func isOf(_ kind: BookingKind) -> Bool { booking.kind == kind }

    private func item(of kind: BookingKind) -> Item? { isOf(kind) ? item : nil }

    private var status: String {
        isOf(.class) && booking.state.isLive ? "active" : booking.state.rawValue
    }
}
