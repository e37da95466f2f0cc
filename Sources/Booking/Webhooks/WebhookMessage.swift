import JSON
import Time

/// The body of what is posted: what happened, when, and to what.
struct WebhookMessage {
    private static let type = JSONKey("type")
    private static let timestamp = JSONKey("timestamp")
    private static let data = JSONKey("data")

    let bytes: [UInt8]

    /// `data` is JSON already.
    init(_ type: String, at moment: Instant, data: [UInt8]) {
        var writer = JSONWriter(reserving: data.count + 128)
        writer.object { writer in
            writer.key(WebhookMessage.type)
            writer.string(type)
            writer.key(WebhookMessage.timestamp)
            writer.instant(moment)
            writer.key(WebhookMessage.data)
            writer.append(written: data.span)
        }
        bytes = writer.bytes
    }
}
