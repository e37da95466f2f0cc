import Crypto
import Time

/// Proves to a receiver where a message comes from, and that it is new: Standard Webhooks 1.0.0
/// (https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md).
struct WebhookSignature {
    /// The message's id, the same at each try.
    let id: String
    /// When this try begins, in seconds.
    let timestamp: Int64
    /// One signature for each live secret, with blanks between.
    let text: String

    init(of body: [UInt8], id: String, at now: Instant, with secrets: [WebhookSecret]) throws {
        self.id = id
        timestamp = now.milliseconds / 1_000
        let signed = Array("\(id).\(timestamp).".utf8) + body
        text = try secrets.map { secret in
            let code = try HMACSHA256(key: secret.bytes).code(of: signed[...])
            return "v1,\(Base64.text(of: code))"
        }
        .joined(separator: " ")
    }
}
