import JSON
import Time

/// A secret address, as it is told once.
struct CalendarAddress: Sendable {
    let url: String
    let token: String
    let createdAt: Instant

    static let answer: Answer<CalendarAddress> = .object(
        "CalendarAddress",
        [
            .init("url", .text, "What a calendar subscribes to. Who knows it sees all bookings.") {
                $0.url
            },
            .init("token", .text, "The secret in it, which is told this once.") { $0.token },
            .init("created_at", .instant, "When it was made.") { $0.createdAt },
        ])
}

/// Whether there is a secret address.
struct CalendarState: Sendable {
    let createdAt: Instant?

    static let answer: Answer<CalendarState> = .object(
        "CalendarState",
        [
            .init("published", .boolean, "Whether there is an address.") { $0.createdAt != nil },
            .init("created_at", nullable: .instant, "When it was made.") { $0.createdAt },
        ])
}
