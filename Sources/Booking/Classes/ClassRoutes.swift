import HTTP
import JSON
import Web

extension Area {
    fileprivate static let classes = Area("Classes", "Classes, with places to book.")
}

extension Classes {
    private static let path = "/api/v1/classes"
    private static let id = Parameters.one(Parameter("id", .uuid, "The class's id."))

    package var routes: [Route] {
        [listRoute, createRoute, readRoute, changeRoute, cancelRoute, deleteRoute]
    }

    private var listRoute: Route {
        Route(
            .get, Classes.path, "Lists the classes", in: .classes, access: .user,
            takes: Takes.query(ClassesQuery.parameters),
            gives: .envelope(
                of: Occasions.Written.answer(as: ClassView.answer),
                about: "The classes, the soonest first"),
            problems: [.unknownTimezone],
            options: RouteOptions(
                description: "Without other wishes: those that are still to come and take place.")
        ) { call in
            try await list(call.query, call.request, within: call.timeLeft)
        }
    }

    private var createRoute: Route {
        Route(
            .post, Classes.path, "Gives a class", in: .classes,
            access: .permission("classes:create"),
            takes: Takes.json(NewClass.schema, upTo: Limits.smallJSONBody),
            once: occasions.idempotency,
            gives: .created(
                ClassView.answer, at: { "/api/v1/classes/\($0.occasion.id)" }, about: "The class"),
            problems: [.scheduleInPast, .unknownTimezone],
            options: RouteOptions(description: "Who makes it is its instructor.")
        ) { call, once in
            try await create(call.body, by: call.caller, once: once)
        }
    }

    private var readRoute: Route {
        Route(
            .get, Classes.path + "/{id}", "Shows a class", in: .classes, access: .user,
            takes: Takes.path(Classes.id).query(
                .one(
                    Parameter(
                        "timezone", optional: .zoneName,
                        "Where the clocks hang that `date` and `time` are read from."))),
            gives: .ok(ClassView.answer, about: "The class").tagged(ClassView.tag),
            problems: [.notFound, .unknownTimezone]
        ) { call in
            try find(call.path, in: call.query, within: call.timeLeft)
        }
    }

    private var changeRoute: Route {
        Route(
            .patch, Classes.path + "/{id}", "Changes a class", in: .classes, access: .user,
            takes: Takes.path(Classes.id)
                .json(ClassChange.schema, upTo: Limits.smallJSONBody),
            gives: .ok(ClassView.answer, about: "The class as it is now").tagged(ClassView.tag),
            problems: [
                .notFound, .notYours, .scheduleInPast, .unknownTimezone, .alreadyStarted,
                .alreadyCancelled, .capacityBelowBookings, .preconditionFailed,
            ],
            options: RouteOptions(
                description: """
                    For its instructor, and for who holds `classes:manage`. A class that is moved \
                    stays as long as it is; its bookings move along.
                    """)
        ) { call in
            try await change(
                call.path, call.body, if: Precondition(call.request), by: call.caller)
        }
    }

    private var cancelRoute: Route {
        Route(
            .post, Classes.path + "/{id}/cancel", "Cancels a class", in: .classes, access: .user,
            takes: Takes.path(Classes.id),
            gives: .ok(ClassView.answer, about: "The class as it is now").tagged(ClassView.tag),
            problems: [.notFound, .notYours, .alreadyStarted, .preconditionFailed],
            options: RouteOptions(description: Classes.cancelling)
        ) { call in
            try await cancel(call.path, if: Precondition(call.request), by: call.caller)
        }
    }

    private var deleteRoute: Route {
        Route(
            .delete, Classes.path + "/{id}", "Cancels a class", in: .classes, access: .user,
            takes: Takes.path(Classes.id), gives: .noContent,
            problems: [.notFound, .notYours, .alreadyStarted, .preconditionFailed],
            options: RouteOptions(description: Classes.cancelling)
        ) { call in
            _ = try await cancel(call.path, if: Precondition(call.request), by: call.caller)
        }
    }

    private static let cancelling = """
        For its instructor, and for who holds `classes:manage`. Its bookings are cancelled with it; \
        cancelling it again is no error.
        """
}
