import HTTP
import SQLite
import Time
import Web

/// What is told to whom, for admins who want to know whether it arrived.
package struct Deliveries: Sendable {
    /// Counting many takes longer than an event loop can wait.
    private static let readingTime = Duration.seconds(5)

    private let database: Database
    private let notices: Notices

    package init(_ notices: Notices) {
        self.notices = notices
        database = notices.desk.database
    }

    func list(
        _ search: DeliverySearch, _ request: Request
    ) async throws -> Listing<Delivery> {
        let (items, total) = try await found(search)
        return search.page.listing(items, of: total, for: request)
    }

    func found(_ search: DeliverySearch) async throws -> ([Delivery], Int) {
        try await database.readAside(within: Deliveries.readingTime) { reader in
            (
                try DeliveryStore.deliveries(search, reader),
                try DeliveryStore.count(search, reader)
            )
        }
    }

    /// The same for who has a database of their own open.
    package static func all(_ search: DeliverySearch, _ reader: Reader) throws -> [Delivery] {
        try DeliveryStore.deliveries(search, reader)
    }

    package static func one(_ id: String, _ reader: Reader) throws -> Delivery? {
        try DeliveryStore.delivery(id, reader)
    }

    func report(_ id: String, within time: Duration) throws -> DeliveryReport {
        try database.read(within: time) { reader in
            guard let delivery = try DeliveryStore.delivery(id, reader) else {
                throw Problem.notFound
            }
            return DeliveryReport(
                delivery: delivery,
                log: try AttemptStore.attempts(of: delivery.number, reader))
        }
    }

    /// Has a delivery tried at once that waits or was given up, with three more days to succeed.
    @discardableResult
    package func retry(_ id: String) async throws -> Delivery {
        let delivery = try await database.write { tx in
            guard let delivery = try DeliveryStore.delivery(id, tx) else {
                throw Problem.notFound
            }
            guard delivery.state != .delivered else { throw Problem.alreadyDelivered }
            guard try LaneStore.place(delivery.lane, tx) != nil else { throw Problem.noReceiver }
            try DeliveryStore.restart(delivery.number, in: tx)
            guard let restarted = try DeliveryStore.delivery(id, tx) else {
                throw Problem.notFound
            }
            return restarted
        }
        notices.hope(delivery.lane)
        return delivery
    }
}

extension Problem {
    static var alreadyDelivered: Problem {
        Problem(.conflict, "already_delivered", "This has been delivered already.")
    }

    static var noReceiver: Problem {
        Problem(
            .conflict, "no_receiver",
            "Nobody is told in this way any more: the channel is off, or the webhook is gone or "
                + "inactive.")
    }
}
