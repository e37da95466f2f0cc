import Crypto

/// What a webhook's messages are signed with, as Standard Webhooks writes it: `whsec_` and base64. It is told
/// once, when it is made.
struct WebhookSecret: Sendable, Equatable, CustomStringConvertible, CustomReflectable {
    private static let prefix = "whsec_"
    /// How many bytes the specification allows.
    private static let lengths = 24...64

    let bytes: [UInt8]

    init?(bytes: [UInt8]) {
        guard WebhookSecret.lengths.contains(bytes.count) else { return nil }
        self.bytes = bytes
    }

    private init(chance: [UInt8]) {
        bytes = chance
    }

    static func make() -> WebhookSecret {
        WebhookSecret(chance: (0..<32).map { _ in .random(in: .min ... .max) })
    }

    /// Reads what others have made, with the padding of base64 (RFC 4648 section 4) or without.
    init?(_ text: String) {
        guard text.hasPrefix(WebhookSecret.prefix) else { return nil }
        var digits = Array(text.utf8.dropFirst(WebhookSecret.prefix.utf8.count))
        if digits.count.isMultiple(of: 4) {
            for _ in 0..<2 where digits.last == UInt8(ascii: "=") { digits.removeLast() }
        }
        // The two alphabets differ in two characters; those of the other one are none of this.
        guard !digits.contains(where: { $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "_") }),
            let bytes = Base64URL.decode(digits.map(WebhookSecret.urlDigit)[...])
        else { return nil }
        self.init(bytes: bytes)
    }

    private static func urlDigit(_ digit: UInt8) -> UInt8 {
        switch digit {
        case UInt8(ascii: "+"): UInt8(ascii: "-")
        case UInt8(ascii: "/"): UInt8(ascii: "_")
        default: digit
        }
    }

    /// What is told.
    var text: String { WebhookSecret.prefix + Base64.text(of: bytes) }

    /// No log shows it.
    var description: String { "(secret)" }
    var customMirror: Mirror { Mirror(self, children: []) }
}
