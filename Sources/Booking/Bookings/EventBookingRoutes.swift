import HTTP
import JSON
import Web

extension Problem {
    /// In the words that clients of events know.
    fileprivate static var notBookingEvents: Problem {
        .permissionMissing.saying("Not authorized to book event. Must be a User")
    }
}

extension Bookings {
    /// What clients know that book events only.
    var eventRoutes: [Route] { [bookEventRoute, ownEventsRoute, allEventsRoute] }

    private var bookEventRoute: Route {
        Route(
            .post, "/api/v1/events/{id}/book", "Books places of an event", in: .bookings,
            access: .permission("events:book", orElse: .notBookingEvents),
            takes: Takes.path(.one(Parameter("id", .uuid, "The event's id.")))
                .query(
                    .one(
                        Parameter(
                            "seats", optional: .seats, "How many places; 1 if nobody says it."))
                )
                .content(.optionalJSON(EventBooking.Seats.schema, absent: .init(seats: nil))),
            once: idempotency,
            gives: .ok(EventBooking.answer, about: "The event as it is now"),
            problems: [.notFound, .notAvailable, .fullyBooked],
            options: RouteOptions(
                description: "The query says how many places, or else the body does.")
        ) { call, once in
            try await place(
                call.query ?? call.body.seats ?? 1, ofEvent: call.path, by: call.caller,
                once: once)
        }
    }

    private var ownEventsRoute: Route {
        Route(
            .get, "/api/v1/users/me/bookings", "Lists one's own bookings of events",
            in: .bookings, access: .user, takes: Takes.query(Page.parameters()),
            gives: .list(
                of: BookingView.eventAnswer, about: "Those that aren't cancelled, latest first")
        ) { call in
            try await list(
                .ofEvents(call.query, user: call.caller.id), call.request, within: call.timeLeft)
        }
    }

    private var allEventsRoute: Route {
        Route(
            .get, "/api/v1/admin/bookings", "Lists everybody's bookings of events",
            in: .bookings, access: .permission("bookings:read_all"),
            takes: Takes.query(Page.parameters()),
            gives: .list(
                of: BookingView.eventAnswer, about: "Those that aren't cancelled, latest first")
        ) { call in
            try await list(
                .ofEvents(call.query, user: nil), call.request, within: call.timeLeft)
        }
    }
}

extension BookingSearch {
    fileprivate static func ofEvents(_ page: Page, user: String?) -> BookingSearch {
        var search = BookingSearch(page)
        search.user = user
        search.kind = .event
        search.states = BookingState.allCases.filter(\.holdsPlaces)
        return search
    }
}
