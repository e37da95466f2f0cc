import HTTP
import JSON
import Web

extension Area {
    fileprivate static let reviews = Area(
        "Reviews", "What people think of what they have booked, for everybody to read.")
}

extension Reviews {
    private static let path = "/api/v1/reviews"
    private static let id = Parameters.one(Parameter("id", .uuid, "The review's id."))
    private static let ofService = "/api/v1/services/{id}/reviews"
    private static let service = Parameters.one(Parameter("id", .uuid, "The service's id."))

    package var routes: [Route] {
        [
            createRoute, listRoute, readRoute, changeRoute, deleteRoute, serviceRoute,
            ratingsRoute,
        ]
    }

    private var createRoute: Route {
        Route(
            .post, Reviews.path, "Reviews a booking", in: .reviews,
            access: .permission("reviews:create"),
            takes: Takes.json(NewReview.schema, upTo: Limits.smallJSONBody), once: idempotency,
            gives: .created(
                Review.answer, at: { "/api/v1/reviews/\($0.id)" }, about: "The review"),
            problems: [.notFound, .notYoursToReview, .notCompleted, .reviewExists],
            options: RouteOptions(
                description: """
                    One's own, once it is `completed`, whatever was booked. A booking has one review; \
                    when that is deleted it can have another.
                    """)
        ) { call, once in
            try await create(call.body, by: call.caller, once: once)
        }
    }

    private var listRoute: Route {
        Route(
            .get, Reviews.path, "Lists the reviews of whatever was booked", in: .reviews,
            access: .everyone, takes: Takes.query(ReviewsQuery.ofItem),
            gives: .list(of: Review.answer, about: "The reviews, the newest in front"),
            problems: [.notFound]
        ) { call in
            try await list(call.query, call.request, within: call.timeLeft)
        }
    }

    private var readRoute: Route {
        Route(
            .get, Reviews.path + "/{id}", "Shows a review", in: .reviews, access: .everyone,
            takes: Takes.path(Reviews.id),
            gives: .ok(Review.answer, about: "The review").tagged(Review.tag),
            problems: [.notFound]
        ) { call in
            try review(call.path, within: call.timeLeft)
        }
    }

    private var changeRoute: Route {
        Route(
            .patch, Reviews.path + "/{id}", "Changes one's own review", in: .reviews,
            access: .user,
            takes: Takes.path(Reviews.id)
                .json(ReviewChange.schema, upTo: Limits.smallJSONBody),
            gives: .ok(Review.answer, about: "The review as it is now").tagged(Review.tag),
            problems: [.notFound, .notYourReview, .preconditionFailed]
        ) { call in
            try await change(
                call.path, call.body, if: Precondition(call.request), by: call.caller)
        }
    }

    private var deleteRoute: Route {
        Route(
            .delete, Reviews.path + "/{id}", "Takes a review away", in: .reviews,
            access: .user, takes: Takes.path(Reviews.id), gives: .noContent,
            problems: [.notFound, .notYourReview, .preconditionFailed],
            options: RouteOptions(
                description: "For who has written it, and for who holds `reviews:moderate`.")
        ) { call in
            try await delete(call.path, if: Precondition(call.request), by: call.caller)
        }
    }

    private var serviceRoute: Route {
        Route(
            .get, Reviews.ofService, "Lists the reviews of a service", in: .reviews,
            access: .everyone,
            takes: Takes.path(Reviews.service).query(ReviewsQuery.parameters),
            gives: .list(of: Review.answer, about: "The reviews, the newest in front"),
            problems: [.notFound]
        ) { call in
            try await list(
                call.query.search(of: Rated(.service, call.path)), call.request,
                within: call.timeLeft)
        }
    }

    private var ratingsRoute: Route {
        Route(
            .get, Reviews.ofService + "/stats", "Sums up the ratings of a service",
            in: .reviews, access: .everyone, takes: Takes.path(Reviews.service),
            gives: .ok(Ratings.answer, about: "How often each rating was given"),
            problems: [.notFound]
        ) { call in
            try ratings(ofService: call.path, within: call.timeLeft)
        }
    }
}
