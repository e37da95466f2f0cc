import SQLite
import Time

@testable import Booking

/// Every question about webhooks, once.
enum WebhookQuestions {
    static func ask(_ tx: Transaction) throws {
        let webhook = Webhook(
            id: "h", url: "https://example.com", kinds: ["*"], description: nil, isOrdered: true,
            isActive: true, reason: nil, secrets: Webhook.SealedSecrets(current: []),
            createdAt: tx.now, updatedAt: tx.now, version: 1)
        try WebhookStore.insert(webhook, in: tx)
        try WebhookStore.update(webhook, in: tx)
        try WebhookStore.delete("h", in: tx)
        _ = try WebhookStore.webhook("h", tx)
        _ = try WebhookStore.all(tx)
        _ = try WebhookStore.count(tx)
        _ = try WebhookStore.entry(of: "booking/b", version: 1, tx)
        _ = try WebhookStore.owner(ofBooking: "b", tx)
        _ = try WebhookStore.author(ofReview: "r", tx)
        _ = try WebhookStore.service("s", tx)
    }
}
