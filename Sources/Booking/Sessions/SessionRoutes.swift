import HTTP
import JSON
import Web

extension Area {
    fileprivate static let sessions = Area(
        "Sessions", "Sessions and retreats that facilitators lead, with places to book.")
}

extension Problem {
    /// In the words that clients of sessions know.
    static var notFacilitating: Problem {
        .permissionMissing.saying("Insufficient permissions")
    }
}

extension Sessions {
    private static let path = "/api/v1/sessions"
    private static let own = "/api/v1/facilitator/sessions"
    private static let id = Parameters.one(Parameter("id", .uuid, "The session's id."))

    package var routes: [Route] {
        [
            listRoute, createRoute, readRoute, changeRoute(.put), changeRoute(.patch), cancelRoute,
            ownRoute, deleteRoute,
        ]
    }

    private var listRoute: Route {
        Route(
            .get, Sessions.path, "Lists the sessions", in: .sessions, access: .user,
            takes: Takes.query(SessionsQuery.parameters),
            gives: .list(
                of: Occasions.Written.answer(as: SessionView.answer),
                about: "The sessions, the soonest first"),
            options: RouteOptions(
                description: """
                    Those that take place; without other wishes, those that are still to come.
                    """)
        ) { call in
            try await list(call.query, call.request, within: call.timeLeft)
        }
    }

    private var createRoute: Route {
        Route(
            .post, Sessions.path, "Gives a session", in: .sessions,
            access: .permission("sessions:create", orElse: .notFacilitating),
            takes: Takes.json(NewSession.schema, upTo: Limits.smallJSONBody),
            once: occasions.idempotency,
            gives: .created(
                SessionView.created, at: { "/api/v1/sessions/\($0.occasion.id)" },
                about: "The session"),
            problems: [.facilitatorProfileMissing],
            options: RouteOptions(
                description: "Who makes it leads it, and needs a facilitator's profile.")
        ) { call, once in
            try await create(call.body, by: call.caller, once: once)
        }
    }

    private var readRoute: Route {
        Route(
            .get, Sessions.path + "/{id}", "Shows a session", in: .sessions, access: .user,
            takes: Takes.path(Sessions.id),
            gives: .ok(SessionView.answer, about: "The session").tagged(SessionView.tag),
            problems: [.notFound]
        ) { call in
            try find(call.path, within: call.timeLeft)
        }
    }

    /// Both methods change what is named and keep the rest.
    private func changeRoute(_ method: HTTP.Method) -> Route {
        Route(
            method, Sessions.path + "/{id}", "Changes a session", in: .sessions, access: .user,
            takes: Takes.path(Sessions.id)
                .json(SessionChange.schema, upTo: Limits.smallJSONBody),
            gives: .ok(SessionView.changed, about: "The session as it is now")
                .tagged(SessionView.tag),
            problems: [
                .notFound, .notYours, .alreadyStarted, .alreadyCancelled, .capacityBelowBookings,
                .preconditionFailed,
            ],
            options: RouteOptions(
                description: """
                    For its facilitator, and for who holds `sessions:manage`. What is not named stays \
                    as it is; its bookings move along.
                    """)
        ) { call in
            try await change(
                call.path, call.body, if: Precondition(call.request), by: call.caller)
        }
    }

    private var cancelRoute: Route {
        cancelRoute(.post, Sessions.path + "/{id}/cancel")
    }

    private var deleteRoute: Route {
        cancelRoute(.delete, Sessions.own + "/{id}")
    }

    private func cancelRoute(_ method: HTTP.Method, _ path: String) -> Route {
        Route(
            method, path, "Cancels a session", in: .sessions, access: .user,
            takes: Takes.path(Sessions.id),
            gives: .ok(SessionView.cancelled, about: "It is cancelled").tagged(SessionView.tag),
            problems: [.notFound, .notYours, .alreadyStarted, .preconditionFailed],
            options: RouteOptions(
                description: """
                    For its facilitator, and for who holds `sessions:manage`. Its bookings are \
                    cancelled with it; cancelling it again is no error.
                    """)
        ) { call in
            try await cancel(call.path, if: Precondition(call.request), by: call.caller)
        }
    }

    private var ownRoute: Route {
        Route(
            .get, Sessions.own, "Lists one's own sessions", in: .sessions,
            access: .permission("sessions:create", orElse: .notFacilitating),
            takes: Takes.query(OwnSessionsQuery.parameters),
            gives: .list(of: SessionView.ownAnswer, about: "All of them, the earliest first"),
            problems: [.facilitatorProfileMissing],
            options: RouteOptions(description: "Those that are over or cancelled are among them.")
        ) { call in
            try await own(call.query, of: call.caller, call.request, within: call.timeLeft)
        }
    }
}
