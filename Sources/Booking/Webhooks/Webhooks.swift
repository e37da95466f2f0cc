import HTTP
import Outbound
import SQLite
import Time
import Web

/// Addresses that are told of what happens, and what admins do with them.
package struct Webhooks: Sendable {
    let database: Database
    let notices: Notices
    let idempotency: Idempotency
    let clock: Clock
    let seal: WebhookSeal
    let client: WebClient
    private let ids: Ids
    private let log: Log

    /// `client` is `Webhooks.client`.
    package init(
        database: Database, notices: Notices, ids: Ids, clock: Clock, log: Log, seal: WebhookSeal,
        client: WebClient, idempotency: Idempotency
    ) {
        self.database = database
        self.notices = notices
        self.ids = ids
        self.clock = clock
        self.log = log
        self.seal = seal
        self.client = client
        self.idempotency = idempotency
    }

    /// Who posts to addresses that admins set: only to public ones, unless private networks are allowed.
    package static func client(
        _ schemes: WebClient.Schemes, allowsPrivate: Bool
    ) -> WebClient {
        WebClient(
            schemes, addresses: allowsPrivate ? .any : .publicOnly, connectWithin: .seconds(5),
            within: .seconds(15), atMost: Reply.mostBytes, beyond: .dropped)
    }

    func list(_ page: Page, _ request: Request, within time: Duration) throws -> Listing<Webhook> {
        let all = try database.read(within: time) { try WebhookStore.all($0) }
        let part = all.dropFirst(page.offset).prefix(page.limit)
        return page.listing(Array(part), of: all.count, for: request)
    }

    func webhook(_ id: String, within time: Duration) throws -> Webhook {
        let webhook = try database.read(within: time) { try WebhookStore.webhook(id, $0) }
        guard let webhook else { throw Problem.notFound }
        return webhook
    }

    func create(
        _ new: NewWebhook, by caller: Caller, once: Once<MadeWebhook> = .always
    ) async throws -> MadeWebhook {
        try await check(new.url)
        let secret = new.secret ?? .make()
        return try await database.write { tx in
            guard try WebhookStore.count(tx) < Webhook.most else { throw Problem.tooManyWebhooks }
            let id = ids.next(at: tx.now)
            let webhook = Webhook(
                id: id, url: new.url, kinds: new.kinds, description: new.description,
                isOrdered: new.isOrdered, isActive: new.isActive, reason: nil,
                secrets: Webhook.SealedSecrets(current: try seal.close(secret, of: id)),
                createdAt: tx.now, updatedAt: tx.now, version: 1)
            try WebhookStore.insert(webhook, in: tx)
            if webhook.isActive { try begin(webhook, in: tx) }
            let made = MadeWebhook(webhook: webhook, secret: secret)
            try once.keep(made, in: tx)
            tell("webhook made", webhook, caller, in: tx)
            return made
        }
    }

    func change(
        _ id: String, _ change: WebhookChange, if precondition: Precondition, by caller: Caller
    ) async throws -> Webhook {
        if let url = change.url.value { try await check(url) }
        return try await database.write { tx in
            let old = try found(id, precondition, in: tx)
            var webhook = old
            webhook.url = change.url.applied(to: old.url)
            webhook.kinds = change.kinds.applied(to: old.kinds)
            webhook.description = change.description.applied(to: old.description)
            webhook.isOrdered = change.isOrdered.applied(to: old.isOrdered)
            webhook.isActive = change.isActive.applied(to: old.isActive)
            webhook.reason = webhook.isActive ? nil : old.reason
            if let secret = change.secret.value { try rotate(&webhook, to: secret, at: tx.now) }
            guard webhook != old else { return old }
            webhook.updatedAt = tx.now
            webhook.version += 1
            try WebhookStore.update(webhook, in: tx)
            try follow(webhook, insteadOf: old, in: tx)
            tell("webhook changed", webhook, caller, in: tx)
            return webhook
        }
    }

    func delete(_ id: String, if precondition: Precondition, by caller: Caller) async throws {
        try await database.write { tx in
            let webhook = try found(id, precondition, in: tx)
            try WebhookStore.delete(id, in: tx)
            try notices.close(webhook.lane, in: tx)
            tx.afterCommit { [notices] in notices.remove(webhook.lane) }
            tell("webhook deleted", webhook, caller, in: tx)
        }
    }

    /// Makes another secret. The one before stays good beside it until receivers have had time to learn this one.
    func renewSecret(
        _ id: String, if precondition: Precondition, by caller: Caller,
        once: Once<MadeWebhook> = .always
    ) async throws -> MadeWebhook {
        let secret = WebhookSecret.make()
        return try await database.write { tx in
            var webhook = try found(id, precondition, in: tx)
            try rotate(&webhook, to: secret, at: tx.now)
            webhook.updatedAt = tx.now
            webhook.version += 1
            try WebhookStore.update(webhook, in: tx)
            let made = MadeWebhook(webhook: webhook, secret: secret)
            try once.keep(made, in: tx)
            tell("webhook secret renewed", webhook, caller, in: tx)
            return made
        }
    }

    /// Throws why nothing can be sent to an address. Its name is resolved off the event loops.
    private func check(_ url: String) async throws {
        do {
            try await client.check(url)
        } catch let error as WebClientError {
            throw Problem.refusing(webhookURL: error)
        }
    }

    private func rotate(
        _ webhook: inout Webhook, to secret: WebhookSecret, at now: Instant
    ) throws {
        webhook.secrets = Webhook.SealedSecrets(
            current: try seal.close(secret, of: webhook.id), previous: webhook.secrets.current,
            previousUntil: now + Webhook.overlap)
    }

    private func found(
        _ id: String, _ precondition: Precondition, in tx: Transaction
    ) throws -> Webhook {
        guard let webhook = try WebhookStore.webhook(id, tx) else { throw Problem.notFound }
        try precondition.check(Webhook.tag(webhook))
        return webhook
    }

    /// For whoever wonders later; neither the address, which may hold a secret, nor one.
    private func tell(
        _ what: String, _ webhook: Webhook, _ caller: Caller, in tx: Transaction
    ) {
        let (id, account) = (webhook.id, caller.id)
        tx.afterCommit { [log] in log.info(what, ["webhook": id, "by": account]) }
    }
}
