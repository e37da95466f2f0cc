import JSON
import SQLite
import Time
import Web

/// A booking of an event, as clients know it that book nothing else: the event with the places that are left.
struct EventBooking: Sendable {
    let event: Occasion
    let booking: Booking

    static let answer: Answer<EventBooking> = .object(
        "EventBooking",
        EventSchema.members.map { $0.from(\.event) } + [
            .init("booking_id", .uuid, "The booking's id.") { $0.booking.id },
            .init("seats", .integer, "How many places were booked.") { $0.booking.seats },
        ])

    /// The body that says how many places, where the query doesn't.
    struct Seats: Sendable {
        let seats: Int?

        static let schema: Schema<Seats> = .object(
            named: "EventSeats", Seats.init,
            Field("seats", \.seats, optional: .seats, "How many places; 1 if nobody says it."))
    }
}

extension Bookings {
    /// Books places of an event, and shows what is left of it.
    func place(
        _ seats: Int, ofEvent id: String, by caller: Caller, once: Once<EventBooking> = .always
    ) async throws -> EventBooking {
        try await database.write { tx in
            let new = NewBooking(
                target: .occasion(.event, id, seats: seats), note: BookingNote())
            let view = try place(new, by: caller, in: tx)
            guard let event = try OccasionStore.occasion(toBook: id, .event, tx) else {
                throw Problem.notFound
            }
            let booked = EventBooking(event: event, booking: view.booking)
            try once.keep(booked, in: tx)
            return booked
        }
    }
}

extension BookingView {
    /// In the shape of clients that book events only.
    static let eventAnswer: Answer<BookingView> = .object(
        "BookedEvent",
        [
            .init("id", .uuid, "The booking's id.") { $0.booking.id },
            .init("seats_booked", .integer, "How many places were booked.") { $0.booking.seats },
            .init("remaining_tickets", .integer, "How many places are left.") {
                $0.item?.free ?? 0
            },
            .init("booking_time", .instant, "When it was made.") { $0.booking.createdAt },
            .init("status", .oneOf(BookingState.allCases), "How far it has come.") {
                $0.booking.state
            },
            .init("user_id", .uuid, "Whose it is.") { $0.booking.user },
            .init("event_id", .uuid, "The event.") { $0.item?.id ?? "" },
            .init("event", bookedEvent, "The event, as far as a booking shows it.") { $0 },
        ])

    private static let bookedEvent: Answer<BookingView> = .object(
        "EventOfBooking",
        [
            .init("event_name", .text, "What it is called.") { $0.item?.title ?? "" },
            .init("event_date", .instant, "When it begins.") { $0.booking.start },
        ])
}
