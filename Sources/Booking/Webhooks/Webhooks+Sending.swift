import Outbound
import SQLite
import Time

/// What is sent to a webhook, and what comes of it.
extension Webhooks {
    private static let readingTime = Duration.seconds(5)
    private static let farewell = "status 410: the receiver wants no messages any more"

    /// What a webhook is told by.
    package func channel(for webhook: Webhook) -> Channel {
        Channel(
            "webhook", lane: webhook.lane, kinds: WebhookKinds.expanded(webhook.kinds),
            keepsOrder: webhook.isOrdered,
            plan: { entry, _, reader in
                Plans([try Webhooks.plan(entry, for: webhook.lane, reader)])
            },
            send: { await send($0, to: webhook.id) })
    }

    /// A delivery is about whose data it tells: receivers may answer with what they were sent, which is kept in
    /// its log, and goes with that person.
    private static func plan(
        _ entry: JournalEntry, for lane: String, _ reader: Reader
    ) throws -> Plan {
        let parts = entry.stream.split(separator: "/", maxSplits: 1).map(String.init)
        guard parts.count == 2 else { return Plan(entry.kind, to: lane) }
        switch parts[0] {
        case "booking":
            let owner = try WebhookStore.owner(ofBooking: parts[1], reader)
            return Plan(entry.kind, to: lane, bookingID: parts[1], about: owner)
        case "user", "facilitator": return Plan(entry.kind, to: lane, about: parts[1])
        case "review":
            return Plan(
                entry.kind, to: lane, about: try WebhookStore.author(ofReview: parts[1], reader))
        default: return Plan(entry.kind, to: lane)
        }
    }

    /// What is to be posted.
    private struct Posting {
        let url: String
        let body: [UInt8]
        let signature: WebhookSignature
    }

    private func send(_ delivery: Delivery, to id: String) async -> Outcome {
        do {
            return try await post(delivery, to: id)
        } catch {
            return Outcome(of: error)
        }
    }

    private func post(_ delivery: Delivery, to id: String) async throws -> Outcome {
        let now = clock.now
        let found: Posting? = try database.read(within: Webhooks.readingTime) { reader in
            try self.posting(delivery, to: id, at: now, reader)
        }
        guard let found else { return .obsolete }
        let answer = try await client.post(
            found.url, found.body,
            [
                "Content-Type": "application/json", "webhook-id": found.signature.id,
                "webhook-timestamp": "\(found.signature.timestamp)",
                "webhook-signature": found.signature.text,
            ])
        return try await outcome(of: answer, for: id)
    }

    private func posting(
        _ delivery: Delivery, to id: String, at now: Instant, _ reader: Reader
    ) throws -> Posting? {
        guard let webhook = try WebhookStore.webhook(id, reader),
            let message = try message(of: delivery, reader)
        else { return nil }
        let secrets = try liveSecrets(of: webhook, at: now)
        let signature = try WebhookSignature(
            of: message.bytes, id: delivery.id, at: now, with: secrets)
        return Posting(url: webhook.url, body: message.bytes, signature: signature)
    }

    private func message(of delivery: Delivery, _ reader: Reader) throws -> WebhookMessage? {
        guard let seq = delivery.seq else {
            return WebhookMessage(
                delivery.kind, at: delivery.createdAt,
                data: WebhookPing.answer.bytes(of: WebhookPing(delivery: delivery)))
        }
        let entry = try JournalStore.entries(after: seq - 1, of: nil, limit: 1, reader).first
        guard let entry, let data = try WebhookSubject.json(of: entry, reader) else { return nil }
        return WebhookMessage(entry.kind, at: entry.at, data: data)
    }

    private func liveSecrets(of webhook: Webhook, at now: Instant) throws -> [WebhookSecret] {
        let secrets = webhook.secrets
        var sealed = [secrets.current]
        if let previous = secrets.previous, let end = secrets.previousUntil, now < end {
            sealed.append(previous)
        }
        let open = try sealed.compactMap { try seal.open($0, of: webhook.id)?.secret }
        guard !open.isEmpty else { throw WebhookFailure.unreadableSecret }
        return open
    }

    private func outcome(of answer: WebAnswer, for id: String) async throws -> Outcome {
        let outcome = Outcome(of: answer)
        switch (answer.status, outcome) {
        case (410, _):
            try await switchOff(id)
            return .gone(Webhooks.farewell, outcome.reply)
        case (429, .failed(let reason, let reply, _)), (503, .failed(let reason, let reply, _)):
            let moment = answer["Retry-After"].flatMap { RetryAfter.moment($0, at: clock.now) }
            return .failed(reason, reply, notBefore: moment)
        default: return outcome
        }
    }

    /// Switches a webhook off whose receiver said that it is gone.
    private func switchOff(_ id: String) async throws {
        try await database.write { tx in
            guard var webhook = try WebhookStore.webhook(id, tx), webhook.isActive else { return }
            webhook.isActive = false
            webhook.reason = Webhooks.farewell
            webhook.updatedAt = tx.now
            webhook.version += 1
            try WebhookStore.update(webhook, in: tx)
            try LaneStore.delete(webhook.lane, in: tx)
        }
    }
}
