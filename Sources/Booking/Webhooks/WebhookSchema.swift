import JSON
import Time

/// A webhook as somebody wants it.
struct NewWebhook: Sendable {
    let url: String
    let kinds: [String]
    let secret: WebhookSecret?
    let description: String?
    let isOrdered: Bool
    let isActive: Bool

    static let schema: Schema<NewWebhook> = .object(
        named: "NewWebhook", NewWebhook.init,
        Field("url", \.url, .webhookURL, "Where messages are posted to; https."),
        Field(
            "kinds", \.kinds, WebhookKinds.schema, default: [WebhookKinds.any],
            "What it is told of: kinds, `booking.*` and the like, or `*`."),
        Field(
            "secret", \.secret, optional: .webhookSecret,
            "What messages are signed with: `whsec_` and 24 to 64 bytes in base64. One is made "
                + "where none is given."),
        Field("description", \.description, optional: .text(0...500), "What it is for."),
        Field(
            "ordered", \.isOrdered, .boolean, default: false,
            "Whether messages about one booking wait for those before them."),
        Field("active", \.isActive, .boolean, default: true, "Whether anything is sent."))
}

/// What is to be different about a webhook.
struct WebhookChange: Sendable {
    let url: Change<String>
    let kinds: Change<[String]>
    let secret: Change<WebhookSecret>
    let description: Change<String?>
    let isOrdered: Change<Bool>
    let isActive: Change<Bool>

    static let schema: Schema<WebhookChange> = .object(
        named: "WebhookChange", WebhookChange.init,
        Field("url", \.url, change: .webhookURL, "Where messages are posted to; https."),
        Field("kinds", \.kinds, change: WebhookKinds.schema, "What it is told of."),
        Field(
            "secret", \.secret, change: .webhookSecret,
            "Another secret; the one before stays good for 24 hours beside it."),
        Field(
            "description", \.description, nullableChange: .text(0...500), "What it is for."),
        Field(
            "ordered", \.isOrdered, change: .boolean,
            "Whether messages about one booking wait for those before them."),
        Field("active", \.isActive, change: .boolean, "Whether anything is sent."))
}

/// A webhook with its secret, which is told this once.
struct MadeWebhook: Sendable {
    let webhook: Webhook
    let secret: WebhookSecret

    static let answer: Answer<MadeWebhook> = .object(
        "MadeWebhook",
        Webhook.members.map { $0.from(\.webhook) } + [
            .init("secret", .text, "What messages are signed with. It is told this once.") {
                $0.secret.text
            }
        ])

    static func tag(_ made: MadeWebhook) -> String { Webhook.tag(made.webhook) }
    static func path(_ made: MadeWebhook) -> String { "/api/v1/webhooks/\(made.webhook.id)" }
}

extension Webhook {
    static let answer: Answer<Webhook> = .object("Webhook", members)

    static let members: [AnswerMember<Webhook>] = [
        .init("id", .uuid, "Its id.") { $0.id },
        .init("url", .text, "Where messages are posted to.") { $0.url },
        .init("kinds", .array(of: .oneOf(WebhookKinds.patterns)), "What it is told of.") {
            $0.kinds
        },
        .init("description", nullable: .text, "What it is for.") { $0.description },
        .init(
            "ordered", .boolean, "Whether messages about one booking wait for those before them."
        ) { $0.isOrdered },
        .init("active", .boolean, "Whether anything is sent.") { $0.isActive },
        .init(
            "inactive_reason", nullable: .text, "Why the server itself has switched it off."
        ) { $0.reason },
        .init(
            "previous_secret_until", nullable: .instant,
            "Until when messages are signed with the secret before, too."
        ) { $0.secrets.previousUntil },
        .init("created_at", .instant, "When it was made.") { $0.createdAt },
        .init("updated_at", .instant, "When it was last changed.") { $0.updatedAt },
    ]
}

extension Schema where Value == String {
    /// What can be asked is found out behind the reading: names have to be resolved.
    static var webhookURL: Schema {
        trimmedText(1...2_048).matching(#"^\s*[Hh][Tt][Tt][Pp][Ss]?://"#)
    }
}

extension Schema where Value == WebhookSecret {
    static var webhookSecret: Schema {
        Schema<String>.text(1...200).mapped(
            detail: "must be `whsec_` and 24 to 64 bytes in base64",
            read: { WebhookSecret($0) }, write: \.text
        ).matching("^whsec_[A-Za-z0-9+/]{32,86}={0,2}$")
    }
}
