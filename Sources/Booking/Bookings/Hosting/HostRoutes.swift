import HTTP
import JSON
import Web

extension Bookings {
    /// What those see who lead classes and sessions.
    var hostRoutes: [Route] {
        [classRosterRoute, sessionRosterRoute, hostedRoute, dashboardRoute]
    }

    private var classRosterRoute: Route {
        rosterRoute(
            "/api/v1/classes/{id}/bookings", "Lists who comes to a class", .class,
            or: "classes:manage")
    }

    private var sessionRosterRoute: Route {
        rosterRoute(
            "/api/v1/facilitator/sessions/{id}/bookings", "Lists who comes to a session",
            .session, or: "sessions:manage")
    }

    private func rosterRoute(
        _ path: String, _ summary: String, _ kind: OccasionKind, or permission: Permission
    ) -> Route {
        Route(
            .get, path, summary, in: .bookings, access: .user,
            takes: Takes.path(.one(Parameter("id", .uuid, "Its id.")))
                .query(Page.parametersWithPlace),
            gives: .list(of: BookingView.hostedAnswer, about: "All bookings, the first in front"),
            problems: [.notFound, .notYours],
            options: RouteOptions(
                description: "For who leads it, and for who holds `\(permission.name)`.")
        ) { call in
            try await roster(
                of: call.path, kind, call.query, for: call.caller, or: permission, call.request,
                within: call.timeLeft)
        }
    }

    private var hostedRoute: Route {
        Route(
            .get, "/api/v1/facilitator/bookings", "Lists the bookings of one's own sessions",
            in: .bookings, access: .permission("sessions:create", orElse: .notFacilitating),
            takes: Takes.query(Page.parametersWithPlace),
            gives: .list(of: BookingView.hostedAnswer, about: "All bookings, the newest in front"),
            problems: [.facilitatorProfileMissing]
        ) { call in
            try await hosted(
                by: call.caller, call.query, call.request, within: call.timeLeft)
        }
    }

    private var dashboardRoute: Route {
        Route(
            .get, "/api/v1/facilitator/dashboard", "Sums up how one's own sessions go",
            in: .bookings, access: .permission("sessions:create", orElse: .notFacilitating),
            takes: Takes.nothing, gives: .ok(Dashboard.answer, about: "The sums"),
            problems: [.facilitatorProfileMissing]
        ) { call in
            try await dashboard(of: call.caller, within: call.timeLeft)
        }
    }
}
