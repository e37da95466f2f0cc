import SQLite

/// One way of telling one receiver what has happened: a mail server, somebody's webhook.
///
/// It says what an entry of the journal asks for, and later sends that. What it sends is made from the
/// tables as they are then, so that nothing is told of people who are gone, or of what was taken back.
package struct Channel: Sendable {
    /// What is to be told of an entry. An entry that means very many is asked for in parts: each says
    /// how far it went.
    package typealias Planning = @Sendable (JournalEntry, String?, Reader) throws -> Plans
    /// Tells the receiver. It may take as long as its own limits say.
    package typealias Sending = @Sendable (Delivery) async -> Outcome

    /// As deliveries show it, such as `webhook`.
    package let name: String
    /// The one receiver: `webhook/ID`, or the name where there is only one.
    package let lane: String
    /// Which entries ask for something.
    package let kinds: Set<String>
    /// Whether nothing is sent about what something earlier about it still waits for.
    package let keepsOrder: Bool
    /// How many are sent at once.
    package let width: Int
    package let plan: Planning
    package let send: Sending

    package init(
        _ name: String, lane: String? = nil, kinds: Set<String>, keepsOrder: Bool = true,
        width: Int = 8, plan: @escaping Planning, send: @escaping Sending
    ) {
        self.name = name
        self.lane = lane ?? name
        self.kinds = kinds
        self.keepsOrder = keepsOrder
        self.width = width
        self.plan = plan
        self.send = send
    }
}
