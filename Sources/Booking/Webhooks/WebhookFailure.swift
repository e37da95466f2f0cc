/// Why a message can't be made.
enum WebhookFailure: Error, CustomStringConvertible {
    case unreadableSecret

    var description: String {
        "the webhook's secret can't be read, as the server's has changed: give it another one"
    }
}
