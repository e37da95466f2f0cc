import HTTP
import JSON
import Web

extension Area {
    fileprivate static let services = Area(
        "Services", "What people book appointments for, and when these are free.")
}

extension Services {
    private static let path = "/api/v1/services"
    private static let id = Parameters.one(Parameter("id", .uuid, "The service's id."))

    package var routes: [Route] {
        [listRoute, createRoute, readRoute, changeRoute, deleteRoute, availabilityRoute]
    }

    private var listRoute: Route {
        Route(
            .get, Services.path, "Lists the services", in: .services, access: .everyoneOrUser,
            takes: Takes.query(ServicesQuery.parameters),
            gives: .list(of: Service.answer, about: "The services"),
            options: RouteOptions(
                description: """
                    The oldest come first; where a price is asked for, the cheapest do. Those that \
                    can't be booked show only for who holds `services:write`.
                    """)
        ) { call in
            try await list(call.query, for: call.caller, call.request, within: call.timeLeft)
        }
    }

    private var createRoute: Route {
        Route(
            .post, Services.path, "Offers a service", in: .services,
            access: .permission("services:write"),
            takes: Takes.json(NewService.schema, upTo: Limits.smallJSONBody), once: idempotency,
            gives: .created(
                Service.answer, at: { "/api/v1/services/\($0.id)" }, about: "The service"),
            problems: [.unknownTimezone]
        ) { call, once in
            try await create(call.body, by: call.caller, once: once)
        }
    }

    private var readRoute: Route {
        Route(
            .get, Services.path + "/{id}", "Shows a service", in: .services, access: .everyone,
            takes: Takes.path(Services.id),
            gives: .ok(Service.answer, about: "The service").tagged(Service.tag),
            problems: [.notFound]
        ) { call in
            try service(call.path, within: call.timeLeft)
        }
    }

    private var changeRoute: Route {
        Route(
            .patch, Services.path + "/{id}", "Changes a service", in: .services,
            access: .permission("services:write"),
            takes: Takes.path(Services.id)
                .json(ServiceChange.schema, upTo: Limits.smallJSONBody),
            gives: .ok(Service.answer, about: "The service as it is now").tagged(Service.tag),
            problems: [.notFound, .unknownTimezone, .preconditionFailed],
            options: RouteOptions(
                description: "What is booked already keeps its time and its price.")
        ) { call in
            try await change(
                call.path, call.body, if: Precondition(call.request), by: call.caller)
        }
    }

    private var deleteRoute: Route {
        Route(
            .delete, Services.path + "/{id}", "Deletes a service", in: .services,
            access: .permission("services:write"), takes: Takes.path(Services.id),
            gives: .noContent, problems: [.notFound, .preconditionFailed],
            options: RouteOptions(
                description: "Bookings of it that are still to come are cancelled.")
        ) { call in
            try await delete(call.path, if: Precondition(call.request), by: call.caller)
        }
    }

    private var availabilityRoute: Route {
        Route(
            .get, Services.path + "/{id}/availability", "Lists the free appointments",
            in: .services, access: .everyone,
            takes: Takes.path(Services.id).query(AvailabilityQuery.parameters),
            gives: .ok(FreeAppointments.answer, about: "The starts that can be booked now"),
            problems: [.notFound, .unknownTimezone],
            options: RouteOptions(
                description: """
                    With `step_minutes` these are all starts there are; without, one every half hour \
                    is shown, and any moment between that is as free can be booked too.
                    """)
        ) { call in
            try free(call.path, call.query, within: call.timeLeft)
        }
    }
}
