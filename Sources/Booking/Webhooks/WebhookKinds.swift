import JSON

/// What webhooks can be told of: the kinds of the journal's entries, and of things that may come to be there.
enum WebhookKinds {
    /// Everything.
    static let any = "*"
    /// What is sent when somebody asks whether it arrives. Nobody has to want it.
    static let ping = "webhook.ping"

    private static let occasions = ["created", "changed", "cancelled", "deleted"]

    private static let families: [(subject: String, verbs: [String])] = [
        ("user", ["registered", "changed", "erased"]),
        ("role", ["created", "changed", "deleted"]),
        ("facilitator", ["changed"]),
        ("class", occasions), ("service", occasions), ("session", occasions), ("event", occasions),
        (
            "booking",
            [
                "placed", "confirmed", "rescheduled", "changed", "cancelled", "completed", "missed",
                "deleted",
            ]
        ),
        ("review", ["posted", "changed", "deleted"]),
    ]

    /// Every kind, in the contract's order.
    static let all = families.flatMap { family in
        family.verbs.map { "\(family.subject).\($0)" }
    }

    /// What may stand in the list of a webhook.
    static let patterns = [any] + families.map { "\($0.subject).*" } + all

    /// The kinds that a list means.
    static func expanded(_ patterns: [String]) -> Set<String> {
        if patterns.contains(any) { return Set(all) }
        return Set(
            all.filter { kind in
                patterns.contains(kind) || patterns.contains("\(kind.prefix { $0 != "." }).*")
            })
    }

    /// A list, each kind once.
    static let schema = Schema<[WebhookPattern]>.array(
        of: .oneOf(patterns.map(WebhookPattern.init)), count: 1...100
    )
    .mapped(
        read: { given in
            let wanted = Set(given.map(\.rawValue))
            return patterns.filter(wanted.contains)
        },
        write: { (kinds: [String]) in kinds.map(WebhookPattern.init) })
}
