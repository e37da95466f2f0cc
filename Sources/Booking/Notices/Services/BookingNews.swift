import JSON
import SQLite
import Time

/// A booking that somebody has made, as other programs are told of it.
struct BookingNews: Sendable {
    struct Person: Sendable {
        let id: String
        let email: String
        let name: String
    }

    let view: BookingView
    let user: Person
    /// Who leads what was booked, unless nobody does.
    let host: Person?
    /// When it was made.
    let at: Instant

    /// What is booked, in a word.
    var title: String { view.item?.title ?? "Appointment" }

    /// Nil where there is nothing to tell any more: it was deleted, or whose it is has left.
    static func find(_ id: String, _ reader: Reader) throws -> BookingNews? {
        guard let view = try BookingViews.view(id, reader),
            let user = try person(view.booking.user, reader)
        else { return nil }
        let host = try view.item?.host.flatMap { try person($0, reader) }
        return BookingNews(view: view, user: user, host: host, at: view.booking.createdAt)
    }

    private static func person(_ id: String, _ reader: Reader) throws -> Person? {
        let customer = try BookingViews.customer(id, reader)
        guard let email = customer.email else { return nil }
        return Person(id: id, email: email, name: customer.name ?? "")
    }
}

// MARK: What each service reads

extension BookingNews {
    /// What a service that keeps customers is sent.
    static let forCRM: Answer<BookingNews> = .object(
        nil,
        [
            .init("booking_id", .uuid) { $0.view.booking.id },
            .init("user", person) { $0.user },
            .init("event", item) { $0 },
            .init("facilitator_id", nullable: .uuid) { $0.host?.id },
        ])

    /// What a service that sends mail is sent.
    static let forMailService: Answer<BookingNews> = .object(
        nil,
        [
            .init("booking_id", .uuid) { $0.view.booking.id },
            .init("user", person) { $0.user },
            .init("session", item) { $0 },
            .init("facilitator", nullable: person) { $0.host },
        ])

    /// What a service that notifies hosts is sent.
    static let forNotificationService: Answer<BookingNews> = .object(
        nil,
        [
            .init("type", .text) { _ in "new_booking" },
            .init("booking_id", .uuid) { $0.view.booking.id },
            .init("user", person) { $0.user },
            .init("session", item) { $0 },
            .init("facilitator_id", nullable: .uuid) { $0.host?.id },
            .init("message", .text) { "New booking from \($0.user.name) for \($0.title)" },
            .init("timestamp", .instant) { $0.at },
        ])

    private static let person: Answer<Person> = .object(
        nil,
        [
            .init("id", .uuid) { $0.id },
            .init("email", .email) { $0.email },
            .init("name", .text) { $0.name },
        ])

    private static let item: Answer<BookingNews> = .object(
        nil,
        [
            .init("id", nullable: .uuid) { $0.view.item?.id },
            .init("title", .text) { $0.title },
            .init("start_time", .instant) { $0.view.booking.start },
        ])
}
