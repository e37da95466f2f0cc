import Crypto

/// Closes an answer so that only who sends its request again, to a server with the same secret, can read it.
///
/// Answers hold names, addresses and, where somebody registers, tokens; what is kept of them in the database
/// tells whoever gets hold of it nothing. The secret is in it because a fingerprint without one would be a
/// fast hash of a request with a password in it, by which passwords could be tried.
struct AnswerSeal: Sendable {
    private static let nonceSize = 16

    /// By what the same request is known.
    let fingerprint: [UInt8]
    /// Makes the bytes that an answer is hidden under.
    private let pads: HMACSHA256

    /// `secret` is the server's, as a key.
    init(_ request: RepeatableRequest, _ secret: HMACSHA256) throws {
        let code = try secret.code(of: request.bytes[...])
        fingerprint = try SHA256.hash(of: Array("roost fingerprint ".utf8) + code)
        pads = try HMACSHA256(key: SHA256.hash(of: Array("roost answer ".utf8) + code))
    }

    func close(_ answer: [UInt8]) throws -> [UInt8] {
        var chance = SystemRandomNumberGenerator()
        // Another stream each time: the same request may get another answer, a day later.
        let nonce = chance.next().bigEndianBytes + chance.next().bigEndianBytes
        return nonce + (try pads.covering(answer[...], nonce: nonce[...]))
    }

    /// Nil for what no seal has made.
    func open(_ sealed: [UInt8]) throws -> [UInt8]? {
        guard sealed.count >= AnswerSeal.nonceSize else { return nil }
        return try pads.covering(
            sealed.dropFirst(AnswerSeal.nonceSize), nonce: sealed.prefix(AnswerSeal.nonceSize))
    }
}
