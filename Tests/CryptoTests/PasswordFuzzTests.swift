import Chance
import Crypto
import Testing

@Suite("Mutated hashes")
struct PasswordFuzzTests {
    private static let texts =
        (PasswordVector.argon2 + PasswordVector.bcrypt
        + PasswordVector.werkzeug).map(\.text)
    private static let pieces =
        [
            "$", "$$", ":", ",", "=", "v=16", "v=19", "m=", "t=", "p=", "0", "9", "-1", "00", "é",
            "\0", "\n", "99999999999999999999", "4294967296", "9223372036854775807", "scrypt:",
            "pbkdf2:sha256:", "$argon2id$", "$2b$", "/", "+", ".", "=", " ",
        ]

    @Test("Whatever a text has become, it is taken as it is or refused", arguments: 0..<20)
    func never(round: UInt64) {
        var chance = SeededGenerator(seed: 13, number: round)
        for _ in 0..<2_000 {
            var text = Array(chance.pick(Self.texts).utf8)
            for _ in 0...chance.below(3) { Self.mutate(&text, &chance) }
            let spelled = String(decoding: text, as: UTF8.self)
            guard let hash = PasswordHash(spelled) else { continue }
            #expect(hash.text == spelled)
            #expect(PasswordHash(hash.text) == hash)
        }
    }

    private static func mutate(_ text: inout [UInt8], _ chance: inout SeededGenerator) {
        let place = chance.below(text.count + 1)
        switch chance.below(6) {
        case 0: text.insert(contentsOf: Array(chance.pick(pieces).utf8), at: place)
        case 1 where place < text.count: text[place] = UInt8(chance.below(256))
        case 2 where place < text.count: text.remove(at: place)
        case 3: text.removeLast(text.count - place)
        case 4:
            let other = Array(chance.pick(texts).utf8)
            text = Array(text[..<place] + other[min(place, other.count)...])
        default:
            let end = min(text.count, place + chance.below(8))
            text.replaceSubrange(place..<end, with: Array(chance.pick(pieces).utf8))
        }
    }
}
