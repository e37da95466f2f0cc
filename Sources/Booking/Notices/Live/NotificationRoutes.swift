import HTTP
import JSON
import Web

extension Area {
    static let notifications = Area(
        "Notifications", "What people are told as soon as it happens: see docs/REALTIME.md.")
}

extension Notifications {
    private static let path = "/api/v1/notifications"
    private static let id = Parameters.one(
        Parameter("id", .uuid, "The notification's id, which is that of the booking."))
    private static let ticketParameter = Parameter<String?>(
        LiveProof.ticketParameter, optional: .text(1...200),
        "A ticket, for those that can send no `Authorization`.")

    package var routes: [Route] {
        [listRoute, readRoute, readAllRoute, ticketRoute, socketRoute, streamRoute]
    }

    private var listRoute: Route {
        Route(
            .get, Notifications.path, "Lists the new bookings of what one leads",
            in: .notifications, access: .user, takes: Takes.query(NotificationsQuery.parameters),
            gives: .list(of: HostNotice.answer, about: "The notifications, the newest in front"),
            options: RouteOptions(
                description: """
                    Of classes, sessions and events that have not begun more than 30 days ago. What is \
                    cancelled is not among them.
                    """)
        ) { call in
            try await list(call.query, for: call.caller, call.request, within: call.timeLeft)
        }
    }

    private var readRoute: Route {
        Route(
            .post, Notifications.path + "/{id}/read", "Marks a notification as read",
            in: .notifications, access: .user, takes: Takes.path(Notifications.id),
            gives: .noContent, problems: [.notFound],
            options: RouteOptions(description: "It isn't sent again. Twice is no error.")
        ) { call in
            try await read(call.path, by: call.caller)
        }
    }

    private var readAllRoute: Route {
        Route(
            .post, Notifications.path + "/read", "Marks notifications as read", in: .notifications,
            access: .user,
            takes: Takes.json(
                .object(
                    { $0 },
                    Field(
                        "up_to", \.self, .uuid, "The newest one that was seen: all before it too.")),
                upTo: Limits.smallJSONBody),
            gives: .noContent, problems: [.notFound]
        ) { call in
            try await read(upTo: call.body, by: call.caller)
        }
    }

    private var ticketRoute: Route {
        Route(
            .post, Notifications.path + "/ticket", "Gives a ticket for a socket or a stream",
            in: .notifications, access: .user, takes: Takes.nothing,
            gives: .ok(Ticket.answer, about: "The ticket"),
            options: RouteOptions(
                description: """
                    Browsers can give neither a WebSocket nor a stream of events a header field, and an access \
                    token doesn't belong into an address. A ticket is good for a minute and for one use.
                    """)
        ) { call in
            try ticket(call.request)
        }
    }

    private var socketRoute: Route {
        Route(
            .get, Notifications.path + "/socket", "Opens a WebSocket for notifications",
            in: .notifications, access: .everyoneOrUser(provedBy: admit),
            takes: Takes.query(.one(Notifications.ticketParameter)),
            gives: .webSocket(about: "A WebSocket by RFC 6455, without extensions"),
            problems: [
                .upgradeRequired, .badWebSocket, .originNotAllowed, .tooManyListeners,
            ],
            options: RouteOptions(
                isTagged: false,
                description: """
                    Whoever has sent neither `Authorization` nor a ticket sends as the first message, within ten \
                    seconds: `{"type":"auth","token":"…"}`. The server answers `{"type":"ready"}`, or closes \
                    with 4401. Then come, each a text in JSON, `new_booking` as `GET /notifications` shows it \
                    for everything that one leads, first those that are unread; and `booking.placed`, \
                    `booking.confirmed`, `booking.rescheduled`, `booking.changed`, `booking.cancelled`, \
                    `booking.completed`, `booking.missed`, `booking.deleted` of one's own bookings: \
                    `{type, seq, booking_id, timestamp, booking}`. Another `auth` with a newer token keeps \
                    the socket open beyond the end of the first. Close codes: 4401 when the token is not valid \
                    any more, 1013 for readers that lag or are too many, 1001 when the server stops.
                    """)
        ) { call in
            try socket(call.request, call.caller)
        }
    }

    private var streamRoute: Route {
        Route(
            .get, Notifications.path + "/stream", "Opens a stream of notifications",
            in: .notifications,
            access: .user(provedBy: { request, _ throws(Problem) in
                guard let claims = try proof.admit(request) else {
                    throw .authenticationRequired
                }
                return claims
            }),
            takes: Takes.query(
                .of(
                    { $1 }, Notifications.ticketParameter,
                    Parameter(
                        "last_event_id", optional: .integer(0...9_007_199_254_740_991),
                        "Where to go on: the same as the field `Last-Event-ID`."))),
            gives: .events(about: "Server-sent events: the same messages as on the socket"),
            problems: [.originNotAllowed, .tooManyListeners],
            options: RouteOptions(
                isTagged: false,
                description: """
                    Each event's `id` is its place in the journal; whoever sends the last one as `Last-Event-ID` \
                    is told what has happened since. `{"type":"ready"}` says that everything missed was told, \
                    `{"type":"reload"}` that there was too much of it.
                    """)
        ) { call in
            try stream(call.request, call.caller, after: call.query)
        }
    }

    private var admit: @Sendable (Request, Context) throws(Problem) -> AccessClaims? {
        { [proof] request, _ throws(Problem) in try proof.admit(request) }
    }
}
