import JSON

/// What is sent to see whether it arrives.
struct WebhookPing {
    let delivery: Delivery

    static let answer: Answer<WebhookPing> = .object(
        nil,
        [
            .init("id", .text, "The webhook's id.") {
                String($0.delivery.lane.drop { $0 != "/" }.dropFirst())
            },
            .init("message", .text, "A greeting.") { _ in "Hello from Roost" },
        ])
}
