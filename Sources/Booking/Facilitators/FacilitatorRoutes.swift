import HTTP
import JSON
import Web

extension Area {
    fileprivate static let facilitators = Area(
        "Facilitators", "Who leads sessions and retreats, for everybody to see.")
}

extension Facilitators {
    private static let path = "/api/v1/facilitators"
    private static let own = "/api/v1/me/facilitator"

    package var routes: [Route] { [listRoute, readRoute, readOwnRoute, putRoute] }

    private var listRoute: Route {
        Route(
            .get, Facilitators.path, "Lists the facilitators", in: .facilitators,
            access: .everyone, takes: Takes.query(Page.parameters()),
            gives: .list(of: Facilitator.answer, about: "Those who are active, the first in front")
        ) { call in
            try list(call.query, call.request, within: call.timeLeft)
        }
    }

    private var readRoute: Route {
        Route(
            .get, Facilitators.path + "/{id}", "Shows a facilitator", in: .facilitators,
            access: .everyone,
            takes: Takes.path(.one(Parameter("id", .uuid, "The id of the account."))),
            gives: .ok(Facilitator.answer, about: "The facilitator").tagged(Facilitator.tag),
            problems: [.notFound]
        ) { call in
            try facilitator(call.path, within: call.timeLeft)
        }
    }

    private var readOwnRoute: Route {
        Route(
            .get, Facilitators.own, "Shows one's own facilitator's profile", in: .facilitators,
            access: .permission("sessions:create"), takes: Takes.nothing,
            gives: .ok(Facilitator.answer, about: "The profile").tagged(Facilitator.tag),
            problems: [.facilitatorProfileMissing], options: RouteOptions(limit: .profileRead)
        ) { call in
            try own(call.caller, within: call.timeLeft)
        }
    }

    private var putRoute: Route {
        Route(
            .put, Facilitators.own, "Makes or changes one's own facilitator's profile",
            in: .facilitators, access: .permission("sessions:create"),
            takes: Takes.json(FacilitatorChange.schema, upTo: Limits.smallJSONBody),
            gives: .ok(Facilitator.answer, about: "The profile").tagged(Facilitator.tag),
            problems: [.preconditionFailed],
            options: RouteOptions(
                limit: .profileUpdate,
                description: """
                    Who registers as a facilitator has one from the start. What is absent stays as it \
                    is; null empties it.
                    """)
        ) { call in
            try await put(call.body, if: Precondition(call.request), by: call.caller)
        }
    }
}
