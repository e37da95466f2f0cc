import JSON

/// A ticket as it is handed out.
struct Ticket: Sendable {
    let text: String

    static let answer: Answer<Ticket> = .object(
        "Ticket",
        [
            .init("ticket", .text, "The ticket, good for one use.") { $0.text },
            .init("expires_in", .integer, "For how many seconds it is good.") { _ in
                Int(Tickets.lifetime)
            },
        ])
}
