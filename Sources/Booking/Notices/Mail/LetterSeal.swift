import Crypto
import JSON

/// Closes letters that wait to be sent, so that only a server with the same secret can read them: they hold
/// tokens that open accounts, and addresses.
package struct LetterSeal: Sendable {
    private static let nonceSize = 16

    /// The keys of one secret.
    private struct Keys: Sendable {
        /// Makes the bytes that a letter is hidden under.
        let pads: HMACSHA256
        /// Tells whether it was closed with this secret, and is whole.
        let marks: HMACSHA256

        init(_ secret: [UInt8]) throws {
            pads = try HMACSHA256(key: SHA256.hash(of: Array("roost letter ".utf8) + secret))
            marks = try HMACSHA256(key: SHA256.hash(of: Array("roost letter mark ".utf8) + secret))
        }
    }

    private let keys: Keys
    private let previous: Keys?

    /// The server's secret, and the one that it had before.
    package init(key: [UInt8], previous: [UInt8]? = nil) throws {
        keys = try Keys(key)
        self.previous = try previous.map(Keys.init)
    }

    func close(_ letter: AccountLetter) throws -> [UInt8] {
        var chance = SystemRandomNumberGenerator()
        let nonce = chance.next().bigEndianBytes + chance.next().bigEndianBytes
        let hidden =
            nonce
            + (try keys.pads.covering(
                AccountLetter.schema.bytes(of: letter)[...], nonce: nonce[...]))
        return hidden + (try keys.marks.code(of: hidden[...]))
    }

    /// Nil for what was closed with another secret, or isn't whole.
    func open(_ sealed: [UInt8]) throws -> AccountLetter? {
        let hidden = sealed.dropLast(HMACSHA256.size)
        guard hidden.count >= LetterSeal.nonceSize,
            let keys = [keys, previous].compactMap(\.self).first(where: {
                $0.marks.verify(Array(sealed.suffix(HMACSHA256.size)), of: hidden)
            })
        else { return nil }
        let bytes = try keys.pads.covering(
            hidden.dropFirst(LetterSeal.nonceSize), nonce: hidden.prefix(LetterSeal.nonceSize))
        var faults = Faults()
        return AccountLetter.schema.read(try JSON.parse(bytes), &faults)
    }
}
