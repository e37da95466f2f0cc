import SQLite
import Web

/// The ways that messages take: each active webhook has one.
extension Webhooks {
    /// What all active webhooks are told by: for whoever starts telling. Secrets that were sealed with the key
    /// before are sealed anew, so that it can be forgotten.
    package func channels() async throws -> [Channel] {
        try await database.write { tx in
            let webhooks = try WebhookStore.all(tx)
            for webhook in webhooks { try reseal(webhook, in: tx) }
            return webhooks.filter(\.isActive).map(channel)
        }
    }

    private func reseal(_ webhook: Webhook, in tx: Transaction) throws {
        guard let current = try seal.open(webhook.secrets.current, of: webhook.id),
            current.isOutdated
        else { return }
        var secrets = webhook.secrets
        secrets.current = try seal.close(current.secret, of: webhook.id)
        if let sealed = secrets.previous {
            secrets.previous = try seal.open(sealed, of: webhook.id).map {
                try seal.close($0.secret, of: webhook.id)
            }
            if secrets.previous == nil { secrets.previousUntil = nil }
        }
        try WebhookStore.update(secrets, of: webhook.id, in: tx)
    }

    /// A webhook is told of what happens from here on.
    func begin(_ webhook: Webhook, in tx: Transaction) throws {
        try notices.open(webhook.lane, in: tx)
        let channel = channel(for: webhook)
        tx.afterCommit { [notices] in notices.add(channel) }
    }

    /// A webhook is told of nothing any more. What waits is given up; what was sent can be looked up still.
    func end(_ webhook: Webhook, because reason: String, in tx: Transaction) throws {
        try LaneStore.delete(webhook.lane, in: tx)
        try DeliveryStore.bury(webhook.lane, reason: reason, in: tx)
    }

    func follow(_ webhook: Webhook, insteadOf old: Webhook, in tx: Transaction) throws {
        switch (old.isActive, webhook.isActive) {
        case (false, true): try begin(webhook, in: tx)
        case (true, false):
            try end(webhook, because: "the webhook was switched off", in: tx)
            tx.afterCommit { [notices] in notices.remove(webhook.lane) }
        case (true, true) where old.kinds != webhook.kinds || old.isOrdered != webhook.isOrdered:
            let channel = channel(for: webhook)
            tx.afterCommit { [notices] in notices.add(channel) }
        default: break
        }
    }
}
