import JSON
import Outbound
import SQLite

/// Another program that is told of each new booking by a request.
package struct BookingService: Sendable {
    private static let readingTime = Duration.seconds(2)

    private let name: String
    private let url: String
    private let token: String?
    private let body: Answer<BookingNews>
    /// Whether bookings are told of that take place no more.
    private let tellsOfEnded: Bool

    /// Keeps customers.
    package static func crm(_ url: String, token: String) -> BookingService {
        BookingService(
            name: "crm", url: url + "/api/booking-notification", token: token,
            body: BookingNews.forCRM, tellsOfEnded: true)
    }

    /// Notifies hosts.
    package static func notificationService(_ url: String, token: String) -> BookingService {
        BookingService(
            name: "notification_service", url: url + "/notifications", token: token,
            body: BookingNews.forNotificationService, tellsOfEnded: true)
    }

    /// Sends the mails about a new booking, which nobody wants of one that was cancelled meanwhile.
    package static func mailService(_ url: String) -> BookingService {
        BookingService(
            name: "email_service", url: url + "/send-booking-emails", token: nil,
            body: BookingNews.forMailService, tellsOfEnded: false)
    }

    package func channel(_ database: Database, _ client: WebClient) -> Channel {
        Channel(
            name, kinds: [BookingEntries.placed.name],
            plan: { [name] entry, _, reader in
                let id = entry.subject
                guard let user = try BookingStore.booking(id, reader)?.user else { return .none }
                return Plans([Plan(entry.kind, to: name, bookingID: id, about: user)])
            },
            send: { await send($0, database, client) })
    }

    private func send(
        _ delivery: Delivery, _ database: Database, _ client: WebClient
    ) async -> Outcome {
        do {
            guard let id = delivery.bookingID, let news = try news(of: id, database) else {
                return .obsolete
            }
            return Outcome(
                of: try await client.post(url, body.bytes(of: news), fields(for: delivery)))
        } catch {
            return Outcome(of: error)
        }
    }

    private func news(of id: String, _ database: Database) throws -> BookingNews? {
        let news = try database.read(within: BookingService.readingTime) {
            try BookingNews.find(id, $0)
        }
        guard let news, tellsOfEnded || news.view.booking.state.isLive else { return nil }
        return news
    }

    /// A receiver that has seen the key already knows that it is the same news.
    private func fields(for delivery: Delivery) -> KeyValuePairs<String, String> {
        guard let token else {
            return ["Content-Type": "application/json", "Idempotency-Key": delivery.id]
        }
        return [
            "Content-Type": "application/json", "Idempotency-Key": delivery.id,
            "Authorization": "Bearer \(token)",
        ]
    }
}

extension JournalEntry {
    /// The id of what it happened to: what stands behind the stream's first part.
    var subject: String {
        stream.firstIndex(of: "/").map { String(stream[stream.index(after: $0)...]) } ?? stream
    }
}
