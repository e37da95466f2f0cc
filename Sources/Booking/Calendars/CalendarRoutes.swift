import HTTP
import JSON
import Web

extension Calendars {
    static let feedPath = "/api/v1/me/calendar.ics"
    private static let own = "/api/v1/me/calendar"

    package var routes: [Route] { [fileRoute, feedRoute, stateRoute, publishRoute, withdrawRoute] }

    private var fileRoute: Route {
        Route(
            .get, Bookings.path + "/{id}/calendar.ics", "Gives a booking as a calendar's file",
            in: .bookings, access: .user, takes: Takes.path(Bookings.id),
            gives: .response(CalendarDocument.mediaType, about: "The booking, by RFC 5545"),
            problems: [.notFound, .notYourBooking]
        ) { call in
            try file(call.path, for: call.caller, within: call.timeLeft)
        }
    }

    private var feedRoute: Route {
        Route(
            .get, Calendars.feedPath, "Gives somebody's bookings to their calendar",
            in: .bookings, access: .everyone,
            takes: Takes.query(
                .one(Parameter("token", .text(1...200), "The secret of the address."))),
            gives: .response(CalendarDocument.mediaType, about: "The bookings, by RFC 5545"),
            problems: [.notFound],
            options: RouteOptions(
                description: """
                    Those of the last year and all that are to come. What is cancelled stays in it as \
                    CANCELLED, so that calendars take it out.
                    """)
        ) { call in
            try await feed(call.query, within: call.timeLeft)
        }
    }

    private var stateRoute: Route {
        Route(
            .get, Calendars.own, "Tells whether one's own calendar has an address",
            in: .bookings, access: .user, takes: Takes.nothing,
            gives: .ok(CalendarState.answer, about: "Whether, and since when")
        ) { call in
            try isPublished(by: call.caller, within: call.timeLeft)
        }
    }

    private var publishRoute: Route {
        Route(
            .post, Calendars.own, "Gives one's own calendar a secret address", in: .bookings,
            access: .user, takes: Takes.nothing, once: idempotency,
            gives: .created(
                CalendarAddress.answer, at: { _ in "/api/v1/me/calendar" },
                about: "The address, told this once"),
            options: RouteOptions(
                description: "An earlier address is none any more. Keep it like a password.")
        ) { call, once in
            try await publish(by: call.caller, once: once)
        }
    }

    private var withdrawRoute: Route {
        Route(
            .delete, Calendars.own, "Takes the address of one's own calendar away",
            in: .bookings, access: .user, takes: Takes.nothing, gives: .noContent
        ) { call in
            try await withdraw(by: call.caller)
        }
    }
}
