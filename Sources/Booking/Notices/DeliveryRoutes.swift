import HTTP
import JSON
import Web

extension Area {
    static let notices = Area(
        "Notices", "Who is told of what has happened, in which way, and whether it arrived.")
}

extension Deliveries {
    private static let path = "/api/v1/deliveries"
    private static let id = Parameters.one(Parameter("id", .uuid, "The delivery's id."))

    package var routes: [Route] { [listRoute, readRoute, retryRoute] }

    private var listRoute: Route {
        Route(
            .get, Deliveries.path, "Lists what was told, waits to be told, or was given up",
            in: .notices, access: .permission("webhooks:manage"),
            takes: Takes.query(DeliverySearch.parameters),
            gives: .list(of: Delivery.answer, about: "The deliveries, the newest in front"),
            options: RouteOptions(
                description: """
                    `state=dead` is what was given up after three days. What was delivered is kept for a \
                    week, what was given up for a month.
                    """)
        ) { call in
            try await list(call.query, call.request)
        }
    }

    private var readRoute: Route {
        Route(
            .get, Deliveries.path + "/{id}", "Shows a delivery with its attempts", in: .notices,
            access: .permission("webhooks:manage"), takes: Takes.path(Deliveries.id),
            gives: .ok(DeliveryReport.answer, about: "The delivery and its log"),
            problems: [.notFound]
        ) { call in
            try report(call.path, within: call.timeLeft)
        }
    }

    private var retryRoute: Route {
        Route(
            .post, Deliveries.path + "/{id}/retry", "Tries a delivery again", in: .notices,
            access: .permission("webhooks:manage"), takes: Takes.path(Deliveries.id),
            gives: .ok(Delivery.answer, about: "The delivery, which waits again"),
            problems: [.notFound, .alreadyDelivered, .noReceiver]
        ) { call in
            try await retry(call.path)
        }
    }
}
