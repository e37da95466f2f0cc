import JSON
import Time

extension Delivery {
    /// What every delivery shows.
    fileprivate static let members: [AnswerMember<Delivery>] = [
        .init("id", .uuid, "Its id, the same at each attempt.") { $0.id },
        .init("channel", .text, "How it is told: `mail`, `webhook`, `crm` …") { $0.channel },
        .init("kind", .text, "What is told, mostly the kind of a journal's entry.") { $0.kind },
        .init("target", .text, "Who is told: `user/ID`, `webhook/ID`, or a service.") { $0.target },
        .init("state", .oneOf(DeliveryState.allCases), "How far it has come.") { $0.state },
        .init("attempts", .integer, "How often it was tried.") { $0.attempts },
        .init("next_attempt_at", nullable: .instant, "When it is tried next.") { $0.nextAttempt },
        .init("last_error", nullable: .text, "Why the last attempt failed.") { $0.lastError },
        .init("booking_id", nullable: .uuid, "The booking that it tells of.") { $0.bookingID },
        .init("created_at", .instant, "When it was planned.") { $0.createdAt },
    ]

    static let answer: Answer<Delivery> = .object("Delivery", members)
}

extension DeliveryReport {
    static let answer: Answer<DeliveryReport> = .object(
        "DeliveryReport",
        Delivery.members.map { $0.from(\.delivery) } + [
            .init("log", .array(of: DeliveryAttempt.answer), "Its attempts, the oldest first.") {
                $0.log
            }
        ])
}

extension DeliveryAttempt {
    static let answer: Answer<DeliveryAttempt> = .object(
        "DeliveryAttempt",
        [
            .init("attempt", .integer, "The how-manieth it was.") { $0.attempt },
            .init("at", .instant, "When.") { $0.at },
            .init("milliseconds", .integer, "How long it took.") { $0.milliseconds },
            .init("status", nullable: .integer, "The status that the receiver answered.") {
                $0.status
            },
            .init("answer", nullable: .text, "What it answered, 4 KiB at most.") {
                $0.answer.map { String(decoding: $0, as: UTF8.self) }
            },
            .init("error", nullable: .text, "Why it failed; null where it didn't.") { $0.error },
        ])
}
