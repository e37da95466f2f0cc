import Crypto

/// Closes the secrets of webhooks so that only a server with the same key can read them: a copy of the database
/// alone signs nothing.
///
/// The server has to sign with them, so a hash wouldn't do. They are hidden under a stream that HMAC makes, and
/// a code over that tells whether key and bytes are the right ones (encrypt, then authenticate).
package struct WebhookSeal: Sendable {
    private static let nonceSize = 16

    private struct Keys {
        let pads: HMACSHA256
        let codes: HMACSHA256

        /// Other keys than any that are made of the server's elsewhere.
        init(_ key: [UInt8]) throws {
            pads = try HMACSHA256(key: SHA256.hash(of: Array("roost webhook pads ".utf8) + key))
            codes = try HMACSHA256(key: SHA256.hash(of: Array("roost webhook codes ".utf8) + key))
        }
    }

    private let keys: Keys
    private let previous: Keys?

    /// The keys are the server's secrets. With the previous one, what was sealed before it changed can be read.
    package init(key: [UInt8], previousKey: [UInt8]? = nil) throws {
        keys = try Keys(key)
        previous = try previousKey.map { try Keys($0) }
    }

    /// `id` is the webhook's: under another's name the seal doesn't open.
    func close(_ secret: WebhookSecret, of id: String) throws -> [UInt8] {
        let nonce = (0..<WebhookSeal.nonceSize).map { _ in UInt8.random(in: .min ... .max) }
        let covered = nonce + (try keys.pads.covering(secret.bytes[...], nonce: nonce[...]))
        return try keys.codes.code(of: (Array(id.utf8) + covered)[...]) + covered
    }

    /// The secret, and whether it has to be sealed anew; nil for what was sealed with neither key.
    func open(
        _ sealed: [UInt8], of id: String
    ) throws -> (secret: WebhookSecret, isOutdated: Bool)? {
        for keys in [keys, previous].compactMap(\.self) {
            let code = Array(sealed.prefix(HMACSHA256.size))
            let covered = sealed.dropFirst(HMACSHA256.size)
            guard keys.codes.verify(code, of: (Array(id.utf8) + covered)[...]) else { continue }
            let bytes = try keys.pads.covering(
                covered.dropFirst(WebhookSeal.nonceSize),
                nonce: covered.prefix(WebhookSeal.nonceSize))
            return WebhookSecret(bytes: bytes).map { ($0, keys.codes !== self.keys.codes) }
        }
        return nil
    }
}
