import HTTP
import JSON
import Web

extension Area {
    static let bookings = Area("Bookings", "Bookings of everything that can be booked.")
}

extension Bookings {
    static let path = "/api/v1/bookings"
    static let id = Parameters.one(Parameter("id", .uuid, "The booking's id."))

    /// What placing may be refused for, whatever is booked.
    private static let refusals: [Problem] = [
        .ambiguousTarget, .notFound, .notAvailable, .bookingClosed, .fullyBooked, .alreadyBooked,
        .sessionFullyBooked, .sessionAlreadyBooked, .startInPast, .offGrid, .outsideHours, .tooSoon,
        .slotTaken,
    ]

    package var routes: [Route] {
        [
            placeRoute, classRoute, listRoute, mineRoute, readRoute, historyRoute, actionsRoute,
            changeRoute, cancelRoute, deleteRoute,
        ] + eventRoutes + hostRoutes
    }

    private var placeRoute: Route {
        Route(
            .post, Bookings.path, "Books something", in: .bookings,
            access: .permission("bookings:create"),
            takes: Takes.query(
                .one(
                    Parameter(
                        "slot", optional: .instant, "When time of the house itself is to begin.")
                )
            )
            .content(.optionalJSON(BookingRequest.schema, absent: .empty)),
            once: idempotency,
            gives: .created(BookingView.placed, at: BookingView.path, about: "The booking"),
            problems: Bookings.refusals,
            options: RouteOptions(
                description: """
                    Exactly one thing is named: `service_id` with `start_time`, `session_id`, \
                    `class_id`, `event_id` with `seats`, or `slot`. An appointment with a service \
                    begins as `pending` and holds its time; everything else is `confirmed` at once. \
                    Where time is taken, the refusal names up to five free `alternatives`.
                    """)
        ) { call, once in
            try await place(
                call.body.booking(slotInQuery: call.query), by: call.caller, once: once)
        }
    }

    private var classRoute: Route {
        Route(
            .post, "/api/v1/book", "Books a class", in: .bookings,
            access: .permission("bookings:create"),
            takes: Takes.json(ClassBookingRequest.schema, upTo: Limits.smallJSONBody),
            once: idempotency,
            gives: .created(BookingView.answer, at: BookingView.path, about: "The booking"),
            problems: [.notFound, .bookingClosed, .fullyBooked, .alreadyBooked]
        ) { call, once in
            try await place(call.body.booking, by: call.caller, once: once)
        }
    }

    private var listRoute: Route {
        Route(
            .get, Bookings.path, "Lists bookings", in: .bookings, access: .user,
            takes: Takes.query(BookingsQuery.parameters),
            gives: .list(
                of: BookingView.answer, about: "The bookings, the latest start first",
                alsoAs: "bookings"),
            problems: [.unknownTimezone],
            options: RouteOptions(
                description: "One's own; for who holds `bookings:read_all`, those of everybody.")
        ) { call in
            try await list(call.query, for: call.caller, call.request, within: call.timeLeft)
        }
    }

    private var mineRoute: Route {
        Route(
            .get, Bookings.path + "/my", "Lists one's own bookings of sessions", in: .bookings,
            access: .user, takes: Takes.query(Page.parameters()),
            gives: .list(of: BookingView.answer, about: "The bookings, the latest start first"),
            options: RouteOptions(description: "Those that are over or cancelled are among them.")
        ) { call in
            var search = BookingSearch(call.query)
            search.user = call.caller.id
            search.kind = .session
            return try await list(search, call.request, within: call.timeLeft)
        }
    }

    private var readRoute: Route {
        Route(
            .get, Bookings.path + "/{id}", "Shows a booking", in: .bookings, access: .user,
            takes: Takes.path(Bookings.id),
            gives: .ok(BookingView.answer, about: "The booking").tagged(BookingView.tag),
            problems: [.notFound, .notYourBooking]
        ) { call in
            try booking(call.path, for: call.caller, within: call.timeLeft)
        }
    }

    private var historyRoute: Route {
        Route(
            .get, Bookings.path + "/{id}/history", "Tells what has happened to a booking",
            in: .bookings, access: .user, takes: Takes.path(Bookings.id),
            gives: .ok(.array(of: JournalEntry.answer), about: "Its entries, the oldest first"),
            problems: [.notFound, .notYourBooking]
        ) { call in
            try history(call.path, for: call.caller, within: call.timeLeft)
        }
    }

    private var actionsRoute: Route {
        Route(
            .get, Bookings.path + "/{id}/actions", "Tells what the caller may do with a booking",
            in: .bookings, access: .user, takes: Takes.path(Bookings.id),
            gives: .ok(BookingActions.answer, about: "What may be done now, and until when"),
            problems: [.notFound, .notYourBooking]
        ) { call in
            try actions(call.path, for: call.caller, within: call.timeLeft)
        }
    }

    private var changeRoute: Route {
        Route(
            .patch, Bookings.path + "/{id}", "Changes a booking", in: .bookings, access: .user,
            takes: Takes.path(Bookings.id)
                .json(BookingChange.schema, upTo: Limits.smallJSONBody),
            gives: .ok(BookingView.answer, about: "The booking as it is now")
                .tagged(BookingView.tag),
            problems: [
                .notFound, .notYourBooking, .statusNotAllowed, .notReschedulable, .notCancellable,
                .badTransition, .startInPast, .offGrid, .outsideHours, .tooSoon, .slotTaken,
                .preconditionFailed,
            ],
            options: RouteOptions(
                description: """
                    Whose it is can move an appointment before it begins, change the notes, and \
                    cancel. Who leads it, and who holds `bookings:manage`, can take it every step \
                    that there is: pending to confirmed, completed, no_show or cancelled, and \
                    confirmed to completed, no_show or cancelled.
                    """)
        ) { call in
            try await change(
                call.path, call.body, if: Precondition(call.request), by: call.caller)
        }
    }

    private var cancelRoute: Route {
        Route(
            .post, Bookings.path + "/{id}/cancel", "Cancels a booking", in: .bookings,
            access: .user,
            takes: Takes.path(Bookings.id)
                .content(.optionalJSON(BookingCancellation.schema, absent: .none)),
            gives: .ok(BookingView.answer, about: "The booking as it is now")
                .tagged(BookingView.tag),
            problems: [.notFound, .notYourBooking, .notCancellable, .preconditionFailed],
            options: RouteOptions(
                description: """
                    Before it begins for whose it is; at any time for who leads it or holds \
                    `bookings:manage`. Its place is free at once; cancelling it again is no error.
                    """)
        ) { call in
            try await cancel(
                call.path, call.body, if: Precondition(call.request), by: call.caller)
        }
    }

    private var deleteRoute: Route {
        Route(
            .delete, Bookings.path + "/{id}", "Takes a booking away", in: .bookings, access: .user,
            takes: Takes.path(Bookings.id), gives: .noContent,
            problems: [.notFound, .notYourBooking, .alreadyStarted, .preconditionFailed],
            options: RouteOptions(
                description: """
                    Before it begins for whose it is; at any time for who holds `bookings:manage`. \
                    It can't be read any more, and its place is free.
                    """)
        ) { call in
            try await delete(call.path, if: Precondition(call.request), by: call.caller)
        }
    }
}
