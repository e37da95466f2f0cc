import HTTP
import JSON
import Web

extension Webhooks {
    private static let path = "/api/v1/webhooks"
    private static let id = Parameters.one(Parameter("id", .uuid, "The webhook's id."))
    private static let mayManage = Access.permission("webhooks:manage")

    package var routes: [Route] {
        [
            createRoute, listRoute, readRoute, changeRoute, deleteRoute, secretRoute, pingRoute,
            deliveriesRoute,
        ]
    }

    private var createRoute: Route {
        Route(
            .post, Webhooks.path, "Has an address told of what happens", in: .notices,
            access: Webhooks.mayManage,
            takes: Takes.json(NewWebhook.schema, upTo: Limits.smallJSONBody), once: idempotency,
            gives: .created(
                MadeWebhook.answer, at: MadeWebhook.path, about: "The webhook, with its secret"
            )
            .tagged(MadeWebhook.tag),
            problems: [.tooManyWebhooks],
            options: RouteOptions(
                description: """
                    Messages are posted to it and signed as Standard Webhooks 1.0.0 says. Each holds \
                    `{type, timestamp, data}`, where `data` is what happened to something, as an admin sees \
                    it. An address that leads into a private network is a 422.
                    """)
        ) { call, once in
            try await create(call.body, by: call.caller, once: once)
        }
    }

    private var listRoute: Route {
        Route(
            .get, Webhooks.path, "Lists the webhooks", in: .notices, access: Webhooks.mayManage,
            takes: Takes.query(Page.parameters()),
            gives: .list(of: Webhook.answer, about: "The webhooks, the oldest in front")
        ) { call in
            try list(call.query, call.request, within: call.timeLeft)
        }
    }

    private var readRoute: Route {
        Route(
            .get, Webhooks.path + "/{id}", "Shows a webhook", in: .notices,
            access: Webhooks.mayManage, takes: Takes.path(Webhooks.id),
            gives: .ok(Webhook.answer, about: "The webhook").tagged(Webhook.tag),
            problems: [.notFound]
        ) { call in
            try webhook(call.path, within: call.timeLeft)
        }
    }

    private var changeRoute: Route {
        Route(
            .patch, Webhooks.path + "/{id}", "Changes a webhook", in: .notices,
            access: Webhooks.mayManage,
            takes: Takes.path(Webhooks.id).json(WebhookChange.schema, upTo: Limits.smallJSONBody),
            gives: .ok(Webhook.answer, about: "The webhook as it is now").tagged(Webhook.tag),
            problems: [.notFound, .preconditionFailed],
            options: RouteOptions(
                description: """
                    One that is switched off is told of nothing that happens meanwhile, also not later.
                    """)
        ) { call in
            try await change(
                call.path, call.body, if: Precondition(call.request), by: call.caller)
        }
    }

    private var deleteRoute: Route {
        Route(
            .delete, Webhooks.path + "/{id}", "Deletes a webhook with its log", in: .notices,
            access: Webhooks.mayManage, takes: Takes.path(Webhooks.id), gives: .noContent,
            problems: [.notFound, .preconditionFailed]
        ) { call in
            try await delete(call.path, if: Precondition(call.request), by: call.caller)
        }
    }

    private var secretRoute: Route {
        Route(
            .post, Webhooks.path + "/{id}/secret", "Gives a webhook another secret", in: .notices,
            access: Webhooks.mayManage, takes: Takes.path(Webhooks.id), once: idempotency,
            gives: .created(
                MadeWebhook.answer, at: MadeWebhook.path, about: "The webhook, with its new secret"
            )
            .tagged(MadeWebhook.tag),
            problems: [.notFound, .preconditionFailed],
            options: RouteOptions(
                description: "For 24 hours messages are signed with the one before, too.")
        ) { call, once in
            try await renewSecret(
                call.path, if: Precondition(call.request), by: call.caller, once: once)
        }
    }

    private var pingRoute: Route {
        Route(
            .post, Webhooks.path + "/{id}/ping", "Sends a webhook a message to try it",
            in: .notices, access: Webhooks.mayManage, takes: Takes.path(Webhooks.id),
            gives: .json(
                Delivery.answer, statuses: [(Status(202), about: "The delivery, which waits")]
            ) { _ in Status(202) },
            problems: [.notFound, .webhookInactive]
        ) { call in
            try await ping(call.path)
        }
    }

    private var deliveriesRoute: Route {
        Route(
            .get, Webhooks.path + "/{id}/deliveries", "Lists what a webhook was sent",
            in: .notices, access: Webhooks.mayManage,
            takes: Takes.path(Webhooks.id).query(WebhookDeliveriesQuery.parameters),
            gives: .list(
                of: DeliveryReport.answer,
                about: "The deliveries, the newest in front, with their last five attempts"),
            problems: [.notFound]
        ) { call in
            try await deliveries(call.path, call.query, call.request)
        }
    }
}
