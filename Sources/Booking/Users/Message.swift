import JSON
import Web

/// A sentence under both names that documents have for it.
struct Message: Sendable {
    let text: String

    init(_ text: String) {
        self.text = text
    }

    static let answer: Answer<Message> = .object(
        "Message",
        [
            .init("message", .text, "What happened.") { $0.text },
            .init("msg", .text, "The same.") { $0.text },
        ])
}
