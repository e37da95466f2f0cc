import JSON
import Outbound
import Web

extension Problem {
    static var tooManyWebhooks: Problem {
        Problem(
            .conflict, "too_many_webhooks",
            "There are \(Webhook.most) webhooks, and no more are possible.")
    }

    static var webhookInactive: Problem {
        Problem(
            .conflict, "webhook_inactive",
            "The webhook is inactive. PATCH it with active: true first.")
    }

    /// What an address is refused for.
    static func refusing(webhookURL error: WebClientError) -> Problem {
        switch error {
        case .malformedURL:
            refusing("bad_format", "must be an address without a name and password")
        case .refusedScheme: refusing("not_allowed", "must begin with https://")
        case .refusedAddress: refusing("private_address", "must not lead into a private network")
        case .overloaded: overloaded
        default: refusing("unknown_host", "must have a host whose name can be resolved")
        }
    }

    private static func refusing(_ code: String, _ detail: String) -> Problem {
        .invalid([Fault(pointer: "/url", field: "url", code: code, detail: detail)])
    }
}
