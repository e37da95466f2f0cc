import JSON
import Web

/// What the document of the API says of the messages that webhooks get.
enum WebhookDocuments {
    static let messages = OutgoingMessages(
        WebhookKinds.all.map { OutgoingMessage($0, summary(of: $0), data: data(of: $0)) },
        in: .notices,
        fields: [
            ("webhook-id", "The message's id, the same at each try."),
            ("webhook-timestamp", "When this try began, in seconds since 1970."),
            (
                "webhook-signature",
                "`v1,` and the HMAC-SHA256 of id, timestamp and body with dots between them, in "
                    + "base64; one for each live secret, with blanks between."
            ),
        ],
        answers: [
            ("2XX", "It has arrived."),
            ("410", "Nothing is wanted any more: the webhook is switched off."),
            ("default", "It has not arrived, and is sent again later."),
        ])

    private static let nouns = [
        "user": "An account", "role": "A role", "facilitator": "A facilitator's profile",
        "class": "A class", "service": "A service", "session": "A session or retreat",
        "event": "An event", "booking": "A booking", "review": "A review",
    ]

    private static func summary(of kind: String) -> String {
        if kind == "booking.missed" { return "Nobody came to a booking" }
        let (subject, verb) = parts(of: kind)
        return "\(nouns[subject] ?? subject) was \(verb)"
    }

    /// The thing as it is now, or what is known of it still.
    private static func data(of kind: String) -> SchemaDocument {
        let (subject, verb) = parts(of: kind)
        switch (subject, verb) {
        case ("user", "erased"), ("role", "deleted"), ("booking", "deleted"),
            ("review", "deleted"):
            return GoneThing.answer.document
        case ("service", "deleted"):
            return .oneOf([Service.answer.document, GoneThing.answer.document])
        default: return living(subject)
        }
    }

    private static func living(_ subject: String) -> SchemaDocument {
        switch subject {
        case "user": Account.answer.document
        case "role": Role.answer.document
        case "facilitator": Facilitator.answer.document
        case "class": ClassView.answer.document
        case "service": Service.answer.document
        case "session": SessionView.answer.document
        case "event": EventSchema.answer.document
        case "booking": BookingView.answer.document
        default: Review.answer.document
        }
    }

    private static func parts(of kind: String) -> (subject: String, verb: String) {
        let parts = kind.split(separator: ".").map(String.init)
        return (parts.first ?? "", parts.last ?? "")
    }
}
