import Outbound

@testable import Booking

extension Webhooks {
    /// Those of a house, or of one that takes its place, with other keys or another client.
    init(
        _ notices: Notices, _ idempotency: Idempotency,
        _ client: WebClient = Webhooks.client(.httpsOrLoopback, allowsPrivate: true),
        key: String = "a secret for webhooks", previousKey: String? = nil
    ) throws {
        let desk = notices.desk
        self.init(
            database: desk.database, notices: notices, ids: desk.ids, clock: desk.clock,
            log: desk.log,
            seal: try WebhookSeal(
                key: Array(key.utf8), previousKey: previousKey.map { Array($0.utf8) }),
            client: client, idempotency: idempotency)
    }
}
