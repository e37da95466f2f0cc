import Chance
import Crypto
import Testing

@Suite("HMAC with SHA-256")
struct HMACSHA256Tests {
    /// Test cases 1, 2, 3, 6 and 7 of RFC 4231: keys shorter and longer than a block.
    private static let examples: [(key: [UInt8], message: [UInt8], code: String)] = [
        (
            [UInt8](repeating: 0x0B, count: 20), Array("Hi There".utf8),
            "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7"
        ),
        (
            Array("Jefe".utf8), Array("what do ya want for nothing?".utf8),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"
        ),
        (
            [UInt8](repeating: 0xAA, count: 20), [UInt8](repeating: 0xDD, count: 50),
            "773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe"
        ),
        (
            [UInt8](repeating: 0xAA, count: 131),
            Array("Test Using Larger Than Block-Size Key - Hash Key First".utf8),
            "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54"
        ),
        (
            [UInt8](repeating: 0xAA, count: 131),
            Array(
                ("This is a test using a larger than block-size key and a larger than block-size "
                    + "data. The key needs to be hashed before being used by the HMAC algorithm.")
                    .utf8),
            "9b09ffa71b942fcb27635fbcd5b0e944bfdc63644f0713938a7f51535c3a35e2"
        ),
    ]

    @Test("A message has the code that RFC 4231 says", arguments: examples)
    func standard(key: [UInt8], message: [UInt8], code: String) throws {
        let hmac = try HMACSHA256(key: key)
        #expect(try hmac.code(of: message[...]).hexadecimal == code)
        // The key is worked in once: the second code is none of the first's.
        #expect(try hmac.code(of: message[...]).hexadecimal == code)
        #expect(hmac.verify(try hmac.code(of: message[...]), of: message[...]))
    }

    @Test("An empty message and an empty key have a code too")
    func empty() throws {
        let code = try HMACSHA256(key: []).code(of: [])
        #expect(
            code.hexadecimal
                == "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad")
    }

    @Test("A key of one block is taken as it is, a longer one as its hash")
    func blocks() throws {
        let message = Array("message".utf8)
        let long = [UInt8](repeating: 7, count: 65)
        let full = [UInt8](repeating: 7, count: 64)
        let hash = try HMACSHA256(key: SHA256.hash(of: long)).code(of: message[...])
        #expect(try HMACSHA256(key: long).code(of: message[...]) == hash)
        #expect(try HMACSHA256(key: full).code(of: message[...]) != hash)
        #expect(
            try HMACSHA256(key: full).code(of: message[...])
                != HMACSHA256(key: SHA256.hash(of: full)).code(of: message[...]))
    }

    @Test("A code with any bit turned is refused")
    func bits() throws {
        let hmac = try HMACSHA256(key: Array("key".utf8))
        let message = Array("message".utf8)
        let code = try hmac.code(of: message[...])
        for bit in 0..<256 {
            var wrong = code
            wrong[bit / 8] ^= 1 << UInt8(bit % 8)
            #expect(!hmac.verify(wrong, of: message[...]))
        }
    }

    @Test("A part of the code, or more than it, is refused")
    func lengths() throws {
        let hmac = try HMACSHA256(key: Array("key".utf8))
        let message = Array("message".utf8)
        let code = try hmac.code(of: message[...])
        for count in 0..<32 { #expect(!hmac.verify(Array(code[..<count]), of: message[...])) }
        #expect(!hmac.verify(code + [0], of: message[...]))
        #expect(!hmac.verify(code + code, of: message[...]))
    }

    @Test("A part of a longer text is looked at in its place")
    func slices() throws {
        let hmac = try HMACSHA256(key: Array("key".utf8))
        let text = Array("before message behind".utf8)
        let code = try hmac.code(of: Array("message".utf8)[...])
        #expect(hmac.verify(code, of: text[7..<14]))
        #expect(!hmac.verify(code, of: text[7..<15]))
    }

    @Test("Many threads use one key at the same time")
    func threads() async throws {
        let hmac = try HMACSHA256(key: Array("key".utf8))
        let right = await withTaskGroup(of: Bool.self) { group in
            for number in 0..<8 {
                group.addTask { HMACSHA256Tests.agrees(hmac, seed: UInt64(number)) }
            }
            return await group.reduce(true) { $0 && $1 }
        }
        #expect(right)
    }

    /// Whether codes of messages of all lengths are those of a key that nobody else uses.
    private static func agrees(_ hmac: HMACSHA256, seed: UInt64) -> Bool {
        guard let own = try? HMACSHA256(key: Array("key".utf8)) else { return false }
        var chance = SeededGenerator(seed: seed)
        return (0..<300).allSatisfy { length in
            let message = (0..<length).map { _ in UInt8(truncatingIfNeeded: chance.next()) }
            guard let code = try? own.code(of: message[...]) else { return false }
            return hmac.verify(code, of: message[...])
        }
    }
}
