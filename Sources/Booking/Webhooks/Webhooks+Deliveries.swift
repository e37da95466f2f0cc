import HTTP
import SQLite
import Time
import Web

/// What was sent to a webhook.
extension Webhooks {
    private static let readingTime = Duration.seconds(5)
    /// The newest of each delivery: `GET /deliveries/{id}` has all.
    private static let mostAttempts = 5

    /// Sends something that means nothing, so that somebody sees whether it arrives.
    func ping(_ id: String) async throws -> Delivery {
        let delivery = try await database.write { tx in
            guard let webhook = try WebhookStore.webhook(id, tx) else { throw Problem.notFound }
            guard webhook.isActive else { throw Problem.webhookInactive }
            let key = try notices.post(
                Plan(WebhookKinds.ping, to: webhook.lane), by: "webhook", lane: webhook.lane, in: tx
            )
            guard let delivery = try DeliveryStore.delivery(key, tx) else { throw Problem.notFound }
            return delivery
        }
        // Who asks whether it arrives wants to know it now.
        notices.hope(delivery.lane)
        return delivery
    }

    func deliveries(
        _ id: String, _ query: WebhookDeliveriesQuery, _ request: Request
    ) async throws -> Listing<DeliveryReport> {
        let search = query.search(of: Webhook.lane(of: id))
        let (reports, total) = try await database.readAside(within: Webhooks.readingTime) {
            reader in
            guard try WebhookStore.webhook(id, reader) != nil else { throw Problem.notFound }
            let reports = try DeliveryStore.deliveries(search, reader).map { delivery in
                let log = try AttemptStore.attempts(of: delivery.number, reader)
                return DeliveryReport(
                    delivery: delivery, log: Array(log.suffix(Webhooks.mostAttempts)))
            }
            return (reports, try DeliveryStore.count(search, reader))
        }
        return search.page.listing(reports, of: total, for: request)
    }
}
