/// What a list of kinds is made of: a kind, all kinds of something such as `booking.*`, or `*`.
struct WebhookPattern: RawRepresentable, Sendable {
    let rawValue: String
}
