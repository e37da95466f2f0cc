import HTTP
import JSON
import Web

extension Area {
    fileprivate static let events = Area("Events", "Events, with places to book.")
}

extension Problem {
    /// In the words that clients of events know.
    fileprivate static var notAnnouncing: Problem {
        .permissionMissing.saying("Not authorized to create event. Must be an Admin")
    }
}

extension Events {
    private static let path = "/api/v1/events"
    private static let id = Parameters.one(Parameter("id", .uuid, "The event's id."))

    package var routes: [Route] { [listRoute, createRoute, readRoute, changeRoute, cancelRoute] }

    private var listRoute: Route {
        Route(
            .get, Events.path, "Lists the events", in: .events, access: .everyone,
            takes: Takes.query(EventsQuery.parameters),
            gives: .list(
                of: Occasions.Written.answer(as: EventSchema.answer),
                about: "The events, the soonest first"),
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
            .post, Events.path, "Announces an event", in: .events,
            access: .permission("events:write", orElse: .notAnnouncing),
            takes: Takes.json(NewEvent.schema, upTo: Limits.smallJSONBody),
            once: occasions.idempotency,
            gives: .created(
                EventSchema.answer, at: { "/api/v1/events/\($0.id)" }, about: "The event")
        ) { call, once in
            try await create(call.body, by: call.caller, once: once)
        }
    }

    private var readRoute: Route {
        Route(
            .get, Events.path + "/{id}", "Shows an event", in: .events, access: .everyone,
            takes: Takes.path(Events.id),
            gives: .ok(EventSchema.answer, about: "The event").tagged(Occasion.tag),
            problems: [.notFound]
        ) { call in
            try find(call.path, within: call.timeLeft)
        }
    }

    private var changeRoute: Route {
        Route(
            .patch, Events.path + "/{id}", "Changes an event", in: .events,
            access: .permission("events:write", orElse: .notAnnouncing),
            takes: Takes.path(Events.id).json(EventChange.schema, upTo: Limits.smallJSONBody),
            gives: .ok(EventSchema.answer, about: "The event as it is now")
                .tagged(Occasion.tag),
            problems: [
                .notFound, .alreadyStarted, .alreadyCancelled, .capacityBelowBookings,
                .preconditionFailed,
            ],
            options: RouteOptions(
                description: """
                    What is not named stays as it is; its bookings move along. Places are given in \
                    all, or as those that are to be left.
                    """)
        ) { call in
            try await change(
                call.path, call.body, if: Precondition(call.request), by: call.caller)
        }
    }

    private var cancelRoute: Route {
        Route(
            .post, Events.path + "/{id}/cancel", "Cancels an event", in: .events,
            access: .permission("events:write", orElse: .notAnnouncing),
            takes: Takes.path(Events.id),
            gives: .ok(EventSchema.answer, about: "The event as it is now").tagged(Occasion.tag),
            problems: [.notFound, .alreadyStarted, .preconditionFailed],
            options: RouteOptions(
                description: """
                    Its bookings are cancelled with it; cancelling it again is no error.
                    """)
        ) { call in
            try await cancel(call.path, if: Precondition(call.request), by: call.caller)
        }
    }
}
